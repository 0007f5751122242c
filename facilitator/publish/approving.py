"""Whether an edition is still the one that a person has read and approved."""

import json
from dataclasses import asdict, replace
from hashlib import sha256

from facilitator.log.state import State
from facilitator.publish.summary import Summary


def digest(summary: Summary) -> str:
    """Return what tells one summary from every other; the approval itself is no part of it."""
    told = asdict(replace(summary, approved=False, version=0))
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def with_approval(summary: Summary, state: State) -> Summary:
    """Return the summary as approved, if it was and says the same still; else as a draft.

    A draft keeps the number of the version that was approved last.
    """
    last = state.approved.get(summary.edition)
    if last is None:
        return summary
    return replace(summary, approved=last.digest == digest(summary), version=last.version)

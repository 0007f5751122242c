"""`facilitator salvage`: what a damaged file still holds goes into a new one, and is told."""

from argparse import Namespace

from facilitator.record.salvage import salvage


def run(options: Namespace) -> int:
    """Save what can be saved, say what is missing, and return 1 if anything is."""
    saved = salvage(options.file, options.to)
    for session in saved:
        acts = "1 act" if session.acts == 1 else f"{session.acts} acts"
        print(f"{session.title or session.log}: {acts} saved.")
        for sentence in session.lost:
            print(f"  {sentence}")
    print(f"What could be saved is in {options.to}.")
    if not any(session.lost for session in saved):
        return 0
    print("An older copy may have what is missing: facilitator merge COPY --file", options.to)
    return 1

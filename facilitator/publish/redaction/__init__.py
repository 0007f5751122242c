"""Words inside texts that may not leave the room: found, pointed out, replaced by a mark."""

from facilitator.publish.redaction.finding import Finding, findings
from facilitator.publish.redaction.redactor import Redactor

__all__ = ["Finding", "Redactor", "findings"]

"""Striking notes and promises, and erasing people, for good: in the file and its copies."""

from facilitator.striking.erasing import erase, would_erase
from facilitator.striking.page import page, preview
from facilitator.striking.plan import Done, Plan
from facilitator.striking.verbs import strike, would_strike

__all__ = ["Done", "Plan", "erase", "page", "preview", "strike", "would_erase", "would_strike"]

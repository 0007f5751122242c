"""Wrap-up: what is settled after a session, the pages of its summary, and how it leaves."""

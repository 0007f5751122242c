"""Prepare: the plan of a session, and who is to be at the table."""

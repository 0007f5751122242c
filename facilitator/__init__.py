"""What happened in a session, what it amounts to, and where it is kept. No Qt in here."""

__version__ = "0.1.0"

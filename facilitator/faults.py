"""What can go wrong without anybody's bug: one sentence for the user, never a traceback."""


class Fault(Exception):
    """The message says what is wrong, where, and what to do."""

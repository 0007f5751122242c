"""The file: the log of events, and read tables beside it."""

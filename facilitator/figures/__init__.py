"""What the log amounts to."""

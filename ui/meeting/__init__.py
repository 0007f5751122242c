"""The session while it runs, a pane a file."""

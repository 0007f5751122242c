"""What leaves the room: first plain data, then paper, tables and plain text."""

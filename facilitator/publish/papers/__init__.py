"""What is printed for the hall before a session: run sheet, name cards, place list."""

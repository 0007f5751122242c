"""What happened: events, and the fold that turns them into a state."""

"""Where sessions are found, opened and begun."""

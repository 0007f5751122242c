"""The session as it stands: frozen slices and their arithmetic."""

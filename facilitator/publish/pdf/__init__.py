"""The summary on paper: fonts, text, page."""

"""The sections of a summary, a module for each group of them, with what an edition may tell."""

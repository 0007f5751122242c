"""The sections of the summary on paper, one file each; each is left out where it has nothing."""

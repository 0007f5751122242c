"""The room screen: what the hall sees on the projector, or on the laptop's own screen."""

"""The palette: few colours, each with one meaning. Text is at least 4.5:1, the clock 7:1."""

LIGHT = {
    "ground": "#F3F5F5",  # the window, the columns at the sides
    "paper": "#FFFFFF",  # the pane that matters, what is typed into
    "rail": "#E6EAEB",
    "line": "#D3D9DB",  # hairlines
    "edge": "#7C878C",  # outlines of controls
    "ink": "#12181B",
    "ink2": "#434D52",  # second to the ink
    "ink3": "#5A656A",  # numbers only
    "accent": "#0B5A7D",  # now, the keys, the one button that matters
    "accent_tint": "#E2F0F6",
    "on_accent": "#FFFFFF",
    "late": "#A3211B",
    "late_fill": "#9B1C17",  # the clock in overtime
    "on_late": "#FFFFFF",
    "warn": "#7D4B00",  # something is missing
    "warn_tint": "#FFF2D2",
    "ok": "#1F6330",
    "sens": "#6B2A79",  # sensitive
    "sens_tint": "#F4E9F6",
    "done": "#C3CCD0",
    "track": "#DDE3E5",  # the groove of a bar
}

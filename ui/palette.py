"""Three themes of one palette: few colours, each with one meaning.

Text is at least 4.5:1 on whatever lies under it, the clock 7:1, the outline of a control 3:1
(WCAG 2.1, 1.4.3 and 1.4.11). A past part (`done`) is written on in ink only.
"""

THEMES = ("light", "dark", "contrast")

_COLOURS = {
    "ground": ("#F3F5F5", "#101517", "#000000"),  # the window, the columns at the sides
    "paper": ("#FFFFFF", "#181F22", "#000000"),  # the pane that matters, what is typed into
    "rail": ("#E6EAEB", "#0B0F11", "#000000"),
    "line": ("#D3D9DB", "#313B40", "#FFFFFF"),  # hairlines
    "edge": ("#7C878C", "#74828A", "#FFFFFF"),  # outlines of controls
    "ink": ("#12181B", "#F0F3F3", "#FFFFFF"),
    "ink2": ("#434D52", "#BEC7CB", "#FFFFFF"),  # second to the ink
    "ink3": ("#5A656A", "#9DA8AD", "#E0E0E0"),  # numbers only
    "accent": ("#0B5A7D", "#6FC6EC", "#FFE14D"),  # now, the keys, the one button that matters
    "accent_tint": ("#E2F0F6", "#15323F", "#000000"),
    "on_accent": ("#FFFFFF", "#05202C", "#000000"),
    "late": ("#A3211B", "#FF9485", "#FF9D8F"),
    "late_tint": ("#FBEAE8", "#3A1815", "#000000"),
    "late_fill": ("#9B1C17", "#FF9485", "#FFFFFF"),  # the clock in overtime
    "on_late": ("#FFFFFF", "#260603", "#000000"),
    "warn": ("#7D4B00", "#F1BF62", "#FFC658"),  # something is missing
    "warn_tint": ("#FFF2D2", "#35290F", "#000000"),
    "ok": ("#1F6330", "#86CF93", "#8EE59B"),  # kept, fits
    "ok_tint": ("#E5F2E7", "#16301D", "#000000"),
    "sens": ("#6B2A79", "#DEACEA", "#F0B8FF"),  # sensitive
    "sens_tint": ("#F4E9F6", "#33213A", "#000000"),
    "done": ("#C3CCD0", "#46535A", "#4D4D4D"),
    "track": ("#DDE3E5", "#2B3439", "#333333"),  # the groove of a bar
}

# Widths in px. In high contrast no tint is left, so what a tint tells elsewhere is a frame there.
_WIDTHS = {
    "outline": (1, 1, 2),  # round a control
    "focus": (2, 2, 4),  # round the control that has the keys
    "frame": (0, 0, 2),  # round what is tinted elsewhere
    "chosen": (2, 2, 4),  # at the left of what is chosen
}

COLOURS = {theme: {k: v[n] for k, v in _COLOURS.items()} for n, theme in enumerate(THEMES)}
WIDTHS = {theme: {k: v[n] for k, v in _WIDTHS.items()} for n, theme in enumerate(THEMES)}

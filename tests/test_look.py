"""The look: every theme can be read, keys are called what they are called, settings survive."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QSplitter

from resources import ROOT
from ui import style
from ui.palette import COLOURS, THEMES, WIDTHS
from ui.settings import SYSTEM, Settings
from ui.widgets.button import Button
from ui.widgets.ink import write
from ui.widgets.keycap import legend

TINTS = ("accent", "late", "warn", "ok", "sens")
PLAIN = ("ground", "paper", "rail", "track")
UNDER = (*PLAIN, *(f"{name}_tint" for name in TINTS))
PAIRS = [
    *[(text, under) for text in ("ink", "ink2", "ink3", *TINTS) for under in UNDER],
    ("ink", "done"),
    ("on_accent", "accent"),
]
OUTLINES = [("edge", under) for under in ("ground", "paper", "rail")]
OUTLINES += [("accent", under) for under in UNDER]  # the frame of what has the keys


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour in hex (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: str, one: str, other: str) -> float:
    dark, light = sorted(luminance(COLOURS[theme][name]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("contrast", "ink", "paper") == pytest.approx(21)
    assert contrast("light", "ink", "paper") == pytest.approx(17.9, abs=0.05)
    assert contrast("dark", "edge", "paper") == pytest.approx(4.2, abs=0.05)


@pytest.mark.parametrize("theme", THEMES)
class TestEachTheme:
    def test_words_can_be_read(self, theme: str) -> None:
        poor = [pair for pair in PAIRS if contrast(theme, *pair) < 4.5]
        assert poor == []

    def test_the_clock_can_be_read_from_afar(self, theme: str) -> None:
        assert contrast(theme, "ink", "paper") >= 7
        assert contrast(theme, "on_late", "late_fill") >= 7

    def test_controls_can_be_seen(self, theme: str) -> None:
        poor = [pair for pair in OUTLINES if contrast(theme, *pair) < 3]
        assert poor == []

    def test_the_clock_turns_over_in_grey_too(self, theme: str) -> None:
        assert contrast(theme, "late_fill", "paper") >= 7

    def test_it_names_what_all_the_others_name(self, theme: str) -> None:
        assert COLOURS[theme].keys() == COLOURS["light"].keys()
        assert WIDTHS[theme].keys() == WIDTHS["light"].keys()

    def test_the_style_sheet_uses_only_what_the_palette_has(
        self, theme: str, dressed: QApplication
    ) -> None:
        style.dress(dressed, theme)
        assert "@" not in dressed.styleSheet().split("*/", 1)[1]

    def test_what_was_made_before_changes_its_colours(
        self, theme: str, dressed: QApplication
    ) -> None:
        style.dress(dressed, next(name for name in THEMES if name != theme))
        button, label = Button("", icon=style.icon("hand", "ink", 18)), QLabel()
        label.setPixmap(style.picture("check", "ok", 16))
        style.dress(dressed, theme)
        assert style.colour("ink").name().upper() == COLOURS[theme]["ink"]
        assert button.icon().cacheKey() == style.icon("hand", "ink", 18).cacheKey()
        assert label.pixmap().cacheKey() == style.picture("check", "ok", 16).cacheKey()


def test_high_contrast_has_no_tints() -> None:
    high = COLOURS["contrast"]
    assert {high[f"{name}_tint"] for name in TINTS} == {high["paper"]} == {high["ground"]}
    assert WIDTHS["contrast"]["outline"] == WIDTHS["contrast"]["frame"] == 2


def test_every_icon_takes_the_colour_it_is_given() -> None:
    for path in (ROOT / "icons").glob("*.svg"):
        assert "currentColor" in path.read_text("utf-8"), path.name


def test_digits_are_of_one_width(dressed: QApplication) -> None:
    for bold in (False, True):
        metrics = QFontMetricsF(style.font(172, bold))
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Ctrl+Return", "Ctrl ↵"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl -"),
        ("Ctrl+Shift+E", "Ctrl Shift E"),
        ("Alt+Up", "Alt ↑"),
        ("Right", "→"),
        ("F6", "F6"),
        ("Esc", "Esc"),
        ("", ""),
    ],
)
def test_keys_are_called_what_the_system_calls_them(key: str, said: str) -> None:
    assert legend(key) == said


def test_a_button_makes_room_for_its_key(dressed: QApplication) -> None:
    plain, keyed = Button("Next speaker"), Button("Next speaker", key="Ctrl+Return")
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 40
    assert keyed.minimumSizeHint() == keyed.sizeHint()
    assert keyed.accessibleName() == "Next speaker"
    assert keyed.accessibleDescription() == "Ctrl ↵"


def test_a_button_that_can_be_chosen_grows_no_wider_by_it(dressed: QApplication) -> None:
    button = Button("Share over the flexible parts")
    button.setCheckable(True)
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before


def kept() -> QSettings:
    """Return the file of the settings itself."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Facilitator", "Facilitator"
    )


def test_settings_are_there_the_next_evening() -> None:
    settings = Settings()
    assert (settings.theme, settings.chime) == (SYSTEM, False)
    settings.theme, settings.chime = "dark", True
    later = Settings()
    assert (later.theme, later.chime) == ("dark", True)


def test_a_window_is_as_large_as_it_was_left(dressed: QApplication) -> None:
    window, later = QLabel(), QLabel()
    window.resize(444, 333)
    Settings().remember_window(window)
    Settings().recall_window(later)
    assert later.size() == window.size()


@pytest.mark.parametrize("value", ["", "a, b", ["dark"], True, 7, None, "x" * 3000, "🕊️"])
def test_what_settings_cannot_use_they_ignore(dressed: QApplication, value: object) -> None:
    file = kept()
    for name in ("theme", "chime", "window", "panes/both"):
        file.setValue(name, value)
    settings, splitter = Settings(), QSplitter()
    splitter.setObjectName("both")
    for _ in range(2):
        splitter.addWidget(QLabel())
    settings.recall(splitter)
    settings.recall_window(splitter)
    assert (settings.theme, settings.chime) == (SYSTEM, False)


def test_a_settings_file_full_of_rubbish_is_none(tmp_path: Path) -> None:
    path = Path(kept().fileName())
    assert tmp_path in path.parents, "a test would have touched the user's own settings"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe[gen\0eral\ntheme=@ByteArray(dark)\nchime\n[[[\npanes/both=@Rect(1)")
    assert (Settings().theme, Settings().chime) == (SYSTEM, False)


def test_a_place_that_takes_no_settings_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where a folder should be")
    settings = Settings()
    settings.theme = "dark"
    assert settings.theme == "dark"


def test_a_name_that_is_cut_begins_where_the_whole_one_does(dressed: QApplication) -> None:
    style.add_other_scripts()
    name = "محمد عبد الرحمن الحسيني البغدادي"
    begins = []
    for room in (130, 400):
        picture = QImage(400, 40, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        with QPainter(picture) as painter:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as in a widget
            taken = write(painter, QRect(0, 0, room, 40), name, 16)
        begins.append(picture.copy(taken - 30, 0, 30, 40))
    assert begins[0] == begins[1]

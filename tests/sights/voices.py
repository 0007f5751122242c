"""Whose voices were heard, as it shows."""

from tests.sights.see import Sight, in_words


class VoicesSights(Sight):
    @property
    def shares(self) -> list[str]:
        """Return what the bars say of each side, then the lines beneath them."""
        pane = self.meeting.voices
        bars = [bar.accessibleName() for bar in pane.bars.values() if bar.isVisibleTo(pane)]
        lines = (pane.unheard, pane.apart, pane.hint)
        said = (line.text() for line in lines if line.isVisibleTo(pane))
        plain = (text.replace("<b>", "").replace("</b>", "") for text in said)
        return [*bars, *(part for text in plain for part in text.split("<br>"))]

    @property
    def voices(self) -> list[str]:
        """Return the talk of each group and person, while it shows."""
        pane = self.meeting.voices
        return in_words(pane.list) if pane.list.isVisibleTo(pane) else []

    def go_to_voices(self) -> None:
        self.meeting.voices.more.setFocus()

"""The agendas that a session may begin with right now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import colour, font
from ui.widgets.ink import stamp, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from facilitator.agendas import Template

HEIGHT = 50  # px of a row


class Agendas(QWidget):
    chosen = Signal(object)  # a template
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = head = Head(self.tr("Begin a session now, from an agenda"), self, margin=20)
        head.title.setFont(font(15, bold=True))
        head.setFixedHeight(52)
        self.list = Rows(self.tr("Begin a session now"), HEIGHT, _paint, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        self._templates: dict[str, Template] = {}
        self.list.chosen.connect(lambda key: self.chosen.emit(self._templates[key]))
        self.list.left.connect(self.left)

    @property
    def needs(self) -> int:
        """Return the height in which every agenda shows."""
        return self._head.height() + HEIGHT * max(3, len(self.list.rows))

    def show_templates(self) -> None:
        from facilitator.agendas import templates

        if not self._templates:
            self._templates = {template.code: template for template in templates()}
            self.list.show_rows([_row(template) for template in self._templates.values()])


def _row(template: "Template") -> Row:
    remark = f"{template.minutes:.0f} min, {template.people}"
    return Row(template.code, f"{template.name}, {remark}", (template.name, remark))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, remark = row.content
    if picked:
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    stamp(painter, rect.left() + 20, rect.center().y() + 1, "play", "ink2")
    line = QRect(rect.left() + 48, rect.top() + 6, rect.width() - 68, 20)
    write(painter, line, name, 14, bold=picked)
    write(painter, line.translated(0, 19), remark, 13, tint="ink2")

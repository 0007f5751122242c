"""What is to be imported, how far it was looked at, and the two ways to go on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import font
from ui.widgets.button import Button
from ui.widgets.progress import Progress


class ImportHead(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.told = QLabel(self), QLabel(self)
        self.progress = Progress(self)
        self.leave = Button(self.tr("Cancel"), self, key="Esc")
        self.take = Button("", self, primary=True)
        self.title.setFont(font(18, bold=True))
        self.told.setObjectName("second")
        for label in (self.title, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        row, words, layout = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 8)
        row.setSpacing(8)
        self.title.setMinimumHeight(36)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.told)
        row.addLayout(words, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.progress)

    def show_progress(self, done: int, of: int) -> None:
        self.progress.show_share(done / max(1, of))
        self.told.setText(self.tr("Row {0} of {1} …").format(f"{done:,}", f"{of:,}"))
        self.take.setEnabled(False)
        self.take.say(self.tr("Import"))

    def sum_up(self, wanted: int, rows: int, head: int) -> None:
        """Say how many of how many rows would be imported, and which row holds the headings."""
        self.progress.finish()
        told = self.tr("{0} of {1} rows").format(f"{wanted:,}", f"{rows:,}")
        heads = self.tr("headings in row {0}").format(head) if head else self.tr("no headings")
        self.told.setText(f"{told} · {heads}")
        words = self.tr("Import 1 person") if wanted == 1 else self.tr("Import {0} people")
        self.take.say(words.format(f"{wanted:,}"))
        self.take.setEnabled(bool(wanted))

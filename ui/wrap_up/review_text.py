"""The words that are decided on: read large, marked where it matters, and changed in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.style import colour, font
from ui.widgets.text_box import TextBox

SIZE, LEAST, INSET = 20, 36, 6  # px of the letters; of the height; around what is typed


class Passage(TextBox):
    reworded = Signal(str)  # other words, by Enter or because the keys went elsewhere
    ended = Signal()  # back to reading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.tr("What was said"), 1, parent)
        self.setFont(font(SIZE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.most: Callable[[], int] = lambda: 400  # px of height, as far as there is room
        self._text, self._marks, self.editing = "", tuple[tuple[int, int], ...](), False
        self.finished.connect(self._keep)
        self.left.connect(self._leave)
        self.exited.connect(self._on_exited)
        self.textChanged.connect(self.fit)
        self._read()

    def show_text(self, text: str, marks: tuple[tuple[int, int], ...] = ()) -> None:
        """Show words with some of them marked; the first mark is scrolled to."""
        if self.editing or (text, marks) == (self._text, self._marks):
            return
        self._text, self._marks = text, marks
        self.setPlainText(text)
        self._mark()
        self.fit()

    def edit(self, text: str = "") -> None:
        """Let the words be changed; `text` is what was half typed before."""
        self.editing = True
        self.setReadOnly(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("")
        self._dress()
        self.document().setDocumentMargin(INSET)
        self.setExtraSelections([])
        if text:
            self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.fit()
        self.setFocus()

    def scroll(self, pages: int) -> bool:  # type: ignore[override]  # QWidget's own moves pixels
        """Scroll by so many pages; say whether there is anything to scroll."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * max(1, bar.pageStep() - 1))
        return bar.maximum() > bar.minimum()

    def fit(self) -> None:
        """Be as high as the words need, up to the most there is room for."""
        document, margins = self.document(), 2 * INSET + 4 if self.editing else 2
        layout, block, high = document.documentLayout(), document.begin(), 0.0
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        self.setFixedHeight(max(LEAST, min(round(high + 0.5) + margins, self.most())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _read(self) -> None:
        self.editing = False
        self.document().setDocumentMargin(0)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setObjectName("passage")
        self._dress()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.style().unpolish(self)
        self.style().polish(self)

    def _mark(self) -> None:
        """Mark words by a line under them and a tint."""
        marked = []
        for start, end in self._marks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(self._text, start))
            cursor.setPosition(_units(self._text, end), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            kind = QTextCharFormat()
            kind.setBackground(colour("warn_tint"))
            kind.setForeground(colour("ink"))
            kind.setFontUnderline(True)
            mark.cursor, mark.format = cursor, kind
            marked.append(mark)
        self.setExtraSelections(marked)
        at = QTextCursor(self.document())
        at.setPosition(_units(self._text, self._marks[0][0]) if self._marks else 0)
        self.setTextCursor(at)
        self.ensureCursorVisible()

    def _keep(self) -> None:
        if self.editing:
            text = self.toPlainText().strip()
            self._end()
            if text and text != self._text.strip():
                self.reworded.emit(text)

    def _on_exited(self) -> None:
        """Keep what was typed; who only looks at another window goes on afterwards."""
        if self.window().isActiveWindow():
            self._keep()

    def _leave(self) -> None:
        if self.editing:
            self._end()

    def _end(self) -> None:
        self._read()
        self.setPlainText(self._text)
        self._mark()
        self.fit()
        self.ended.emit()


def _units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it: some signs take two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2

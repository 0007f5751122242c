"""The structure tree: what a page says, in reading order, for whoever cannot see the page."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

NEVER_EMPTY = ("TD", "TH")  # a table stays regular


class Artifact(StrEnum):
    """Marks on a page that say nothing, or nothing new."""

    LAYOUT = "/Artifact BMC"
    HEADER = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
    FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
    SILENT = "/Artifact <</ActualText()>> BDC"  # marks that are letters to a reader


class Mark(NamedTuple):
    """A stretch of a page's marks that belongs to an element."""

    page: int  # its key in the parent tree
    number: int


class Link(NamedTuple):
    """An annotation that belongs to an element."""

    page: int
    annotation: int  # object number


class Element:
    """A heading, a paragraph, a row …; it takes its place in the tree when it is first painted."""

    __slots__ = (
        *("kind", "language", "alternative", "attributes", "name"),
        *("parent", "kids", "number", "link"),
    )

    def __init__(
        self,
        kind: str,
        *,
        language: str = "",  # BCP 47
        alternative: str = "",  # text in place of a picture
        attributes: str = "",  # as they stand in the file
        name: str = "",  # where a link may lead
        link: str = "",
    ) -> None:
        self.kind, self.language, self.alternative = kind, language, alternative
        self.attributes, self.name, self.link = attributes, name, link
        self.parent: Element | None = None
        self.kids: list[Element | Mark | Link] = []
        self.number = 0  # of its object

    @property
    def last(self) -> Element | None:
        """The last element in it, if nothing of its own follows."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) else None


Owner = Element | Artifact


class Tree:
    """The elements of one document, and the marks and links of its pages that belong to them."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self._open = [self.document]
        self._parents: list[Element | list[Element]] = []  # of a link or of a page's marks
        self._pages: dict[int, int] = {}  # object numbers by key

    def place(self, element: Element) -> None:
        """Put an element that is not in the tree yet into the open one; items of a list that
        follow one another make one list."""
        if element.parent or element is self.document:
            return
        around = self._open[-1]
        if element.kind == "LI" and around.kind != "L":
            around = self._list(around)
        _join(around, element)

    def _list(self, around: Element) -> Element:
        last = around.last
        if last and last.kind == "L":
            return last
        fresh = Element("L", attributes="/O/List/ListNumbering/Disc")
        _join(around, fresh)
        return fresh

    def open(self, element: Element) -> None:
        self.place(element)
        self._open.append(element)

    def close(self) -> None:
        self._open.pop()

    def part(self, element: Element, kind: str, language: str, link: str) -> Element:
        """A stretch within a text: the one that goes on, or a new one."""
        last = element.last
        if last and (last.kind, last.language, last.link) == (kind, language, link):
            return last
        fresh = Element(kind, language=language, link=link)
        _join(element, fresh)
        return fresh

    def page(self) -> int:
        """Begin a page; the key under which its marks are found."""
        self._parents.append([])
        return len(self._parents) - 1

    def mark(self, element: Element, page: int) -> int:
        """The number of a new stretch of marks."""
        owners = self._parents[page]
        assert isinstance(owners, list)
        owners.append(element)
        element.kids.append(Mark(page, len(owners) - 1))
        return len(owners) - 1

    def link(self, element: Element, page: int, annotation: int) -> int:
        """Tie a link to its element; the key under which the element is found."""
        element.kids.append(Link(page, annotation))
        self._parents.append(element)
        return len(self._parents) - 1

    def write(self, document: Any, pages: dict[int, int]) -> int:
        """Add the tree to a document whose pages have these object numbers; its own number."""
        self._pages = pages
        _prune(self.document)
        elements = _in_order(self.document)
        numbers = document.reserve(len(elements) + 2)
        root, parents = int(numbers[0]), int(numbers[1])
        for number, element in zip(numbers[2:], elements, strict=True):
            element.number = number
        head = f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
        head += f"/ParentTreeNextKey {len(self._parents)}>>"
        told = [self._told(element, root) for element in elements]
        document.put(numbers, [head, self._parent_tree(), *told])
        for element in elements:  # the tree is told, and frees itself without its rings
            element.parent = None
        return root

    def _parent_tree(self) -> str:
        rows = [
            f"{key} [{' '.join(f'{one.number} 0 R' for one in owners)}]"
            if isinstance(owners, list)
            else f"{key} {owners.number} 0 R"
            for key, owners in enumerate(self._parents)
        ]
        return "<</Nums[" + "\n".join(rows) + "]>>"

    def _told(self, element: Element, root: int) -> str:
        """An element as it stands in the file."""
        home = page = None  # where its first marks are
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(f"{kid.number} 0 R")
            elif isinstance(kid, Mark):
                if home is None:
                    home, page = kid.page, f"/Pg {self._pages[kid.page]} 0 R"
                if kid.page == home:
                    kids.append(str(kid.number))
                else:
                    on = self._pages[kid.page]
                    kids.append(f"<</Type/MCR/Pg {on} 0 R/MCID {kid.number}>>")
            else:
                on = self._pages[kid.page]
                kids.append(f"<</Type/OBJR/Pg {on} 0 R/Obj {kid.annotation} 0 R>>")
        parent = element.parent.number if element.parent else root
        language = f"/Lang({element.language})" if element.language else ""
        alternative = f"/Alt{text(element.alternative)}" if element.alternative else ""
        attributes = f"/A<<{element.attributes}>>" if element.attributes else ""
        about = f"{page or ''}{language}{alternative}{attributes}"
        inside = f"/K[{' '.join(kids)}]" if kids else ""
        return f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{about}{inside}>>"


def text(words: str) -> str:
    """A text string of the file."""
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def _join(around: Element, element: Element) -> None:
    element.parent = around
    around.kids.append(element)


def _prune(element: Element) -> bool:
    """Drop what turned out to hold nothing, and say whether anything is left."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.kind in NEVER_EMPTY


def _in_order(document: Element) -> list[Element]:
    found: list[Element] = []
    waiting = [document]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found

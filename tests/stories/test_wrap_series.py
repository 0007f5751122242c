"""A session of a series: who was at the sessions before is protected, too."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk


def test_who_was_there_earlier_stands_in_nothing_that_leaves(
    desk: Desk, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The series is typed after Wrap-up was shown: it is read anew."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    earlier = Session(desk.session.store, "earlier", clock)
    plan = {"title": "Circle", "date": "2026-12-01", "series": "Evenings"}
    earlier.plan(plan, [{"id": "p", "name": "Kwezimbo Tantarelli"}])
    promise = {"owner": "Sgt. Orla O'Fictive", "person": "P3", "publish": "official"}
    desk.session.commit("call Kwezimbo Tantarelli", **promise)
    desk.press("F5", "Return", "Escape", "Ctrl+Shift+E", "Ctrl+Shift+E", "Ctrl+4")
    desk.let_pages_come()
    desk.session.change_meeting(series="Evenings")
    desk.press("Ctrl+Shift+S")
    desk.save_as(tmp_path / "first.md")
    desk.let_it_leave()
    desk.press("Ctrl+Shift+L")
    desk.let_it_leave()
    (letter,) = tmp_path.glob("* letters/*.eml")
    for path in (tmp_path / "first.md", letter):
        assert "Tantarelli" not in path.read_text("utf-8")
        assert "withheld" in path.read_text("utf-8")

"""A warning in the log that nobody expects fails the test in which it is logged."""

import logging

import pytest

from facilitator import logs
from tests.log_watch import LogWatch


def fails(watch: LogWatch) -> str:
    with pytest.raises(AssertionError) as failed:
        watch.settle()
    return str(failed.value)


def test_an_unexpected_line_fails(log_watch: LogWatch) -> None:
    logs.broken(ValueError("no matter"))
    assert "facilitator ERROR broken: ValueError" in fails(log_watch)
    logging.getLogger("some.library").warning("it %s", "complains")
    assert "some.library WARNING it complains" in fails(log_watch)


def test_an_expected_line_does_not_but_must_come(log_watch: LogWatch) -> None:
    log_watch.expect("broken: ValueError")
    logs.broken(ValueError())
    logs.slow("NoteTaken", 200)  # no warning
    log_watch.settle()
    log_watch.expect("broken: ValueError")
    assert "not logged: ['broken: ValueError']" in fails(log_watch)

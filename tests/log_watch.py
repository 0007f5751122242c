"""Every line that is logged while a test runs, by us or by a library."""

import logging
from typing import Self


class LogWatch(logging.Handler):
    """Fails the test at its end if a warning, or worse, was logged that it did not expect."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._unexpected: list[str] = []
        self._expected: list[str] = []

    def expect(self, words: str) -> None:
        """Expect one line with these words; that it does not come is a failure too."""
        self._expected.append(words)

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{record.name} {record.levelname} {record.getMessage()}"
        for words in self._expected:
            if words in line:
                self._expected.remove(words)
                return
        self._unexpected.append(line)

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        self.settle()

    def settle(self) -> None:
        """Say what should not have been logged, or should have been."""
        unexpected, missed = self._unexpected, self._expected
        self._unexpected, self._expected = [], []
        assert not unexpected, "Logged and not expected:\n" + "\n".join(unexpected)
        assert not missed, f"Expected and not logged: {missed}"

"""The sound of the chime, and computers that cannot make it."""

import sys
import wave
from types import ModuleType

import pytest

from ui.chime import SOUND, play_aside


def test_the_chime_is_short_small_and_soft() -> None:
    assert SOUND.stat().st_size < 40_000
    with wave.open(str(SOUND)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22050)
        assert sound.getnframes() / sound.getframerate() == pytest.approx(0.6)
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert max(abs(sample) for sample in samples) < 32767 / 4
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 100


def test_the_chime_plays_to_its_end_beside_everything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[object] = []
    player = ModuleType("playsound3")
    player.playsound = lambda sound, block: played.append((sound, block))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "playsound3", player)
    play_aside(SOUND).join()
    assert played == [(SOUND, True)]


def test_a_computer_without_a_player_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playsound3", None)
    play_aside(SOUND).join()

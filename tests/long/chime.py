"""Make the chime anew: `python -m tests.long.chime`. A soft bell that ends within 0.6 s."""

import math
import struct
import wave

from resources import ROOT

RATE = 22050  # Hz
LENGTH = 0.6  # s
LOUD = 0.22  # of full scale: it is for the facilitator, not for the hall
# Partials of a small bell: how many times the strike note, how loud, how fast it fades (1/s).
NOTE = 587.33  # Hz, D5
PARTIALS = ((1.0, 1.0, 6.0), (2.0, 0.4, 9.0), (2.76, 0.25, 14.0), (5.4, 0.08, 24.0))


def sample(at: float) -> float:
    rise = min(1.0, at / 0.008)  # no click at the beginning
    fall = min(1.0, (LENGTH - at) / 0.05)  # and none at the end
    tone = sum(
        loud * math.exp(-fade * at) * math.sin(2 * math.pi * NOTE * times * at)
        for times, loud, fade in PARTIALS
    )
    return LOUD * rise * fall * tone / sum(loud for _, loud, _ in PARTIALS)


def main() -> None:
    samples = [round(32767 * sample(n / RATE)) for n in range(round(RATE * LENGTH))]
    with wave.open(str(ROOT / "sounds" / "chime.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()

"""Sounds of the yard, made from tones."""

import io
import math
import wave
from collections.abc import Sequence

RATE = 8000  # samples a second


def horn(tones: Sequence[tuple[float, float]]) -> bytes:
    """A ship's horn as a WAV file: tones of so many hertz for so many seconds, one after the other; 0 hertz is silence."""
    frames = bytearray()
    for hertz, seconds in tones:
        count = int(RATE * seconds)
        frames += bytes(_sample(hertz, number, count) for number in range(count))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(frames))
    return out.getvalue()


def _sample(hertz: float, number: int, count: int) -> int:
    """Eight bits around the middle, swelling and dying away, with the overtones of brass."""
    angle = 2 * math.pi * hertz * number / RATE
    swell = min(1.0, number / 800, (count - number) / 800)
    loud = sum(math.sin(angle * part) / part for part in (1, 2, 3, 5))
    return 128 + int(52 * swell * loud / 1.6)

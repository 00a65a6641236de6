"""Sounds that are computed: beeps, a hum and a rustle, mixed into a WAV file."""

import math
import struct
import wave
from random import Random

RATE = 16000


def silence(seconds):
    return [0.0] * round(seconds * RATE)


def add_beeps(samples, start, end, hertz, loudness=0.5):
    """Three beeps a second, which begin and end softly."""
    for i in range(round(start * RATE), round(end * RATE)):
        t = i / RATE - start
        phase = (t * 3) % 1
        if phase < 0.6:
            edge = min(1, phase / 0.05, (0.6 - phase) / 0.05)
            samples[i] += loudness * edge * math.sin(2 * math.pi * hertz * t)


def add_hum(samples, start, end, loudness=0.25):
    for i in range(round(start * RATE), round(end * RATE)):
        t = i / RATE
        edge = min(1, (t - start) / 0.02, (end - t) / 0.02)
        samples[i] += loudness * edge * (math.sin(2 * math.pi * 110 * t) + 0.5 * math.sin(2 * math.pi * 220 * t))


def add_rustle(samples, start, end, loudness=0.2):
    random = Random(20261126)
    for i in range(round(start * RATE), round(end * RATE)):
        samples[i] += loudness * (2 * random.random() - 1)


def write_wav(path, channels):
    """Channels of equal length, values from -1 to 1, as 16-bit PCM."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(RATE)
        frames = bytearray()
        for values in zip(*channels):
            for value in values:
                frames += struct.pack("<h", round(max(-1, min(1, value)) * 32767))
        file.writeframes(bytes(frames))

"""Speaks and mixes the recording; the positions of the mix are the reference of question audio-segments.

espeak-ng speaks each segment, sox brings it to 16 kHz, this file trims it to its first and last sound and places it.
The positions go to speech.json, so that the references can be rebuilt without a synthesiser.
"""

import array
import json
import math
import random
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import audio_material as material

RATE = 16000
HERE = Path(__file__).resolve().parent
POSITIONS = HERE / "speech.json"
SPEECH_PEAK = 15000
AUDIBLE = 300       # of 32768, about -41 dB: the first and last sample of a word that can be heard over the room
FRAME = RATE // 100  # positions are whole hundredths of a second, as a candidate would set them at best


def speak(segment, folder):
    """Samples of one spoken segment, trimmed to what can be heard."""
    raw, out = folder / "raw.wav", folder / "out.wav"
    # The synthesiser hums 嗯 almost without a sound; its homophone 恩 is heard as the filler that is meant.
    words = segment["spoken"].replace("嗯", "恩")
    subprocess.run(["espeak-ng", "-v", f"cmn-latn-pinyin+{segment['voice']}", "-s", str(segment["speed"]),
                    "-p", str(segment["pitch"]), "-w", str(raw), words], check=True)
    subprocess.run(["sox", "-R", "-D", str(raw), "-r", str(RATE), "-c", "1", "-b", "16", str(out),
                    "gain", "-6", "highpass", "90", "lowpass", "7200"], check=True)
    with wave.open(str(out)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    peak = max(abs(s) for s in samples)
    scaled = [round(s * SPEECH_PEAK / peak) for s in samples]
    heard = [i for i, s in enumerate(scaled) if abs(s) >= AUDIBLE]
    cut = scaled[heard[0]:heard[-1] + 1]
    return cut + [0] * (-len(cut) % FRAME)


def machine_noise(seconds, dice):
    """A pump that drowns any voice: low-passed noise with a hum and a slow beat, and short ramps at both ends."""
    count, low, out = int(seconds * RATE), 0.0, []
    for i in range(count):
        low += 0.18 * (dice.uniform(-1, 1) - low)
        time = i / RATE
        hum = 0.20 * math.sin(2 * math.pi * 98 * time) + 0.12 * math.sin(2 * math.pi * 196 * time + 1)
        beat = 0.8 + 0.2 * math.sin(2 * math.pi * 2.6 * time)
        ramp = min(1.0, i / (0.03 * RATE), (count - 1 - i) / (0.03 * RATE))
        out.append(round(15000 * ramp * beat * (1.6 * low + hum)))
    return out


def room_tone(count, dice):
    """The quiet hiss of a room, so that silence is not digital zero."""
    slow, out = 0.0, []
    for _ in range(count):
        slow += 0.3 * (dice.uniform(-1, 1) - slow)
        out.append(round(60 * slow + 12 * dice.uniform(-1, 1)))
    return out


def mix(folder):
    """Samples of the whole recording and the position of each part in hundredths of a second."""
    segments = {s["id"]: s for s in material.SEGMENTS}
    dice, parts, position, places = random.Random(20212), [], 0, {}
    for entry in material.TIMELINE:
        if isinstance(entry, float):
            position += round(entry * RATE)
            continue
        sound = machine_noise(material.NOISE_SECONDS, dice) if entry == "noise" else speak(segments[entry], folder)
        places[entry] = [position // FRAME, (position + len(sound)) // FRAME]
        parts.append((position, sound))
        position += len(sound)
    samples = room_tone(position, dice)
    for start, sound in parts:
        for i, value in enumerate(sound):
            samples[start + i] += value
    return [max(-32768, min(32767, s)) for s in samples], places


def write_recording(path):
    with tempfile.TemporaryDirectory() as folder:
        samples, places = mix(Path(folder))
    data = array.array("h", samples)
    if sys.byteorder == "big":
        data.byteswap()
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(data.tobytes())
    rows = ",\n".join(f'    "{name}": {json.dumps(span)}' for name, span in places.items())
    POSITIONS.write_text('{\n  "unit": "hundredths of a second",\n  "seconds": %s,\n  "places": {\n%s\n  }\n}\n'
                         % (len(samples) / RATE, rows), encoding="utf-8")


def positions():
    """[start, end] in seconds of each part of the recording, as last mixed."""
    places = json.loads(POSITIONS.read_text(encoding="utf-8"))["places"]
    return {name: [start / 100, end / 100] for name, (start, end) in places.items()}


def duration():
    return json.loads(POSITIONS.read_text(encoding="utf-8"))["seconds"]

"""The dialogue of question audio-segments, written for this pack: what is said, by whom and how."""

from pack_files import text

FILLERS = "嗯啊"
CER_MAX = 0.05
TOLERANCE_MS = 200

# Voices of espeak-ng: variant, speed in words a minute, pitch 0–99. A lively or hurried turn is spoken higher and faster.
SEGMENTS = [
    {"id": "r1", "speaker": "A", "emotion": "calm", "voice": "f2", "speed": 190, "pitch": 52,
     "spoken": "您好，这里是晨光维修站，嗯，请问您的洗衣机，出了什么问题？",
     "why": text("开场问候和询问，语速平稳，情绪为平静。", "A greeting and a question at an even pace: calm.")},
    {"id": "r2", "speaker": "B", "emotion": "anxious", "voice": "m3", "speed": 235, "pitch": 62,
     "spoken": "快点派人来吧，水一直往外流，啊，柜子都要泡坏了，我急死了！",
     "why": text("催促、说“急死了”，语速快，情绪为着急。", "Urging, “急死了”, fast speech: anxious.")},
    {"id": "r3", "speaker": "A", "emotion": "calm", "voice": "f2", "speed": 190, "pitch": 50,
     "spoken": "您先关掉进水的阀门，嗯，再拔下插头，师傅半小时以内就到。",
     "why": text("冷静地给出步骤，情绪为平静。", "Steps given evenly: calm.")},
    {"id": "r4", "speaker": "B", "emotion": "happy", "voice": "m3", "speed": 215, "pitch": 72,
     "spoken": "啊，水真的停住了，太好了，你们帮了我一个大忙，谢谢谢谢！",
     "why": text("说“太好了”“谢谢”，音调上扬，情绪为高兴；重复的“谢谢谢谢”照写。",
                 "“太好了”, thanks, a raised voice: happy; the repeated “谢谢谢谢” is written as spoken.")},
    {"id": "r5", "speaker": "A", "emotion": "calm", "voice": "f2", "speed": 190, "pitch": 52,
     "spoken": "不客气，嗯，维修单已经发到您的手机上，请保持电话畅通。",
     "why": text("礼貌收尾，语速平稳，情绪为平静。", "A polite close at an even pace: calm.")},
]

# The recording in order: seconds of silence, the noise, or a segment.
TIMELINE = [1.6, "r1", 2.3, "r2", 2.2, "noise", 2.2, "r3", 2.4, "r4", 2.3, "r5", 1.8]
NOISE_SECONDS = 6.5


def transcript(segment):
    """The text as the specification wants it: no punctuation, repeats and fillers kept."""
    return "".join(c for c in segment["spoken"] if c not in "，。！？、；：")

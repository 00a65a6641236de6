"""The task sheet of question audio-segments."""

from pack_files import lines, text

SHEET = {
    "code": "L5-2.1.2-A",
    "title": text("语音标注（切段、转写、属性）", "Speech labelling (cutting, transcript, attributes)"),
    "site": text("计算机一台（显示器不低于 1366×768，鼠标、键盘、耳机），已安装标考。素材在本机，不需要网络。",
                 "One computer (screen of 1366×768 or more, mouse, keyboard, headphones) with biaokao installed. All "
                 "material is on the machine; no network is needed."),
    "task": lines(
        ("一段约 50 秒的普通话报修电话，两人对话，中间有一段机器噪声。请切出每段语音，写出文字，选说话人和情绪；把噪声标为“无效（噪声）”。",
         "A repair call in Mandarin of about 50 seconds: two speakers and, in between, machine noise. Cut out each stretch "
         "of speech, write its text, choose speaker and emotion; mark the noise as Invalid (noise)."),
        ("操作：空格播放或暂停，在波形上拖动画出一段，拖动两端调整，数字键选类型。做完按 Ctrl+S 保存。按 F1 可查看全部按键。",
         "Keys: space plays and pauses, drag on the waveform to mark a segment, drag its ends to adjust it, digits choose "
         "the type. Press Ctrl+S when done. F1 shows all keys.")),
    "skills": lines(
        ("1. 换人说话要分段；同一人停顿达到 2 秒也要分段，短停顿不分。每段不超过 8 秒。",
         "1. A change of speaker starts a new segment, and so does a pause of 2 s or more; shorter pauses do not. No "
         "segment is longer than 8 s."),
        ("2. 起点在第一个声音，终点在最后一个声音，前后不留静音。",
         "2. Start at the first sound and end at the last; keep no silence at the ends."),
        ("3. 静音不标；段与段不重叠。", "3. Silence is not marked; segments do not overlap."),
        ("4. 听到什么写什么：重复的字和“嗯”“啊”都要写；不写标点，数字写汉字。",
         "4. Write what is heard: repeated words and the fillers “嗯”, “啊” too; no punctuation, numbers in characters."),
        ("5. 先开口的人是 A，另一人是 B。", "5. Who speaks first is A, the other B."),
        ("6. 情绪看用词，并参考语速和音调：道谢、夸奖为高兴；催促、说急为着急；指责、抱怨为生气；诉苦、惋惜为难过；其余为平静。",
         "6. Emotion is told by the words, with tempo and pitch: thanks or praise is happy; urging is anxious; blame is "
         "angry; grief or regret is sad; anything else is calm."),
        ("7. 只有噪声、听不到人声的一段标“无效（噪声）”，不写文字。",
         "7. A stretch of noise without a voice is Invalid (noise), without a text.")),
    "quality": lines(
        ("每段语音：起止点 ±200 毫秒、转写字错误率（CER）不超过 5%、说话人，各 0.5 分；文字、说话人、情绪只在切段对上（重合达到一半）时计分。",
         "Each stretch of speech: both ends within ±200 ms, character error rate (CER) of 5 % or less, speaker, 0.5 points "
         "each; text, speaker and emotion count only on a segment that matches (overlap over union of one half)."),
        ("噪声 0.5 分；第 2、4 段的情绪各 0.5 分；语气词全部保留 0.5 分；没有多余或合并的段 0.5 分。",
         "Noise 0.5 points; emotion of speech 2 and 4 0.5 points each; all fillers kept 0.5; no superfluous or merged "
         "segment 0.5."),
        ("标出的段合计超过 12 个时，起止点和噪声各项均不得分。",
         "With more than 12 segments in all, no item of bounds or noise is earned.")),
}

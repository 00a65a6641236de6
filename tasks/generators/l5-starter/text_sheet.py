"""The task sheet of question text-labels."""

from pack_files import lines, text

SHEET = {
    "code": "L5-2.1.2-T",
    "title": text("文本标注（情感、实体、意图）", "Text labelling (sentiment, entities, intent)"),
    "site": text("计算机一台（显示器不低于 1366×768，鼠标、键盘），已安装标考。素材在本机，不需要网络。",
                 "One computer (screen of 1366×768 or more, mouse, keyboard) with biaokao installed. All material is on "
                 "the machine; no network is needed."),
    "task": lines(
        ("一、评论 10 条：为每条选择情感（好评、中评、差评）。", "A. Ten reviews: choose the sentiment of each (positive, neutral, negative)."),
        ("二、句子 2 个：选中人名、地名、机构、时间、产品并选类型。实体共 5 个。",
         "B. Two sentences: select persons, places, organisations, times and products and choose the type. There are five "
         "entities in all."),
        ("三、话语 3 条：为每条选择意图。", "C. Three utterances: choose the intent of each."),
        ("操作：按 D 看下一条，按 A 看上一条，数字键选择。每条做完按 Ctrl+S 保存。按 F1 可查看全部按键。全部做完后，把结果命名为 text_l5_01。",
         "Keys: D is the next text, A the one before, digits choose. Press Ctrl+S when a text is done. F1 shows all keys. At "
         "the end, name the result text_l5_01.")),
    "skills": lines(
        ("情感", "Sentiment"),
        ("1. 整体肯定为好评，整体否定为差评，不要求出现“好”“差”等字。",
         "1. Praise on the whole is positive, blame on the whole negative; words such as “好” or “差” are not needed."),
        ("2. “一般”“还行”“凑合”一类的评价，以及只陈述事实、没有评价的，为中评。",
         "2. Verdicts such as “一般”, “还行”, “凑合” are neutral; so is a text of facts without a judgement."),
        ("3. 有褒有贬时看总评（满意、推荐、再买、退货、不会再来等）；没有总评而优缺点并列的，为中评。",
         "3. Where praise and blame are mixed, the overall verdict decides (satisfied, recommended, again, returned, never "
         "again); good and bad side by side without a verdict is neutral."),
        ("4. 反语按真实意思判断。", "4. Irony counts as it is meant."),
        ("5. 文字与表情符号不一致时，以文字为准。", "5. Where words and emoji disagree, the words count."),
        ("实体", "Entities"),
        ("6. 起点、终点、类型都要准确，不含标点；实体互不重叠。",
         "6. Start, end and type must be exact, without punctuation; entities do not overlap."),
        ("7. 时间：日期和钟点连在一起的，标成一个。", "7. Time: a date and an hour that stand together are one entity."),
        ("8. 人名：不含职务和称呼。", "8. Person: without title or form of address."),
        ("9. 地名标到门牌号；机构标全称，其中的地名不再单独标。",
         "9. Place: down to the house number. Organisation: the full name; a place inside it is not marked again."),
        ("10. 产品：品牌、型号和名称是一个整体，不拆开。", "10. Product: brand, model and name are one entity, not split."),
        ("11. 只标专有名称；泛指的词（如“学校”“扫描笔”）不标。",
         "11. Names only; general words (such as “学校”, “扫描笔”) are not marked."),
        ("意图", "Intent"),
        ("12. 看说话人要助手做什么，不看句中提到了什么。", "12. What the speaker wants the assistant to do decides, not what is mentioned."),
        ("保存", "Saving"),
        ("13. 每条文本最后一次修改之后都要保存；结果名须与要求完全一致。",
         "13. Save each text after its last change; the name of the result must be exactly as told.")),
    "quality": lines(
        ("情感 10 项、实体 5 项、意图 3 项，每项 0.5 分；没有多余的实体、全部保存并命名，各 0.5 分。",
         "Ten items of sentiment, five of entities, three of intent, 0.5 points each; no superfluous entity, and all saved "
         "and named, 0.5 points each."),
        ("标出的实体合计超过 10 个时，实体各项均不得分。", "With more than 10 entities marked in all, no entity item is earned.")),
}

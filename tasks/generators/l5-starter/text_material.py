"""The Chinese texts of question text-labels, written for this pack. Entities are marked up as {TYPE:words}."""

import re

from pack_files import text

# (id, text, sentiment, why)
REVIEWS = [
    ("v01", "送餐比预计早了十分钟，汤还是烫的，餐具也给得齐，下次还点这家。", "positive",
     text("通篇肯定，并表示还会再点，判好评（规则 1）。", "Praise throughout and the writer will order again: positive (rule 1).")),
    ("v02", "耳机还行，音质一般，戴久了有点胀，对得起这个价钱，凑合用吧。", "neutral",
     text("“还行”“一般”“凑合”是中评用语（规则 2）。", "“还行”, “一般” and “凑合” are words of a neutral review (rule 2).")),
    ("v03", "真是太“贴心”了，三天的行程等了两天客服，最后一天叫我自己想办法，给您鼓掌。", "negative",
     text("反语按真实意思判断：字面夸奖，实为批评（规则 4）。", "Irony counts as it is meant: praise in words, blame in fact (rule 4).")),
    ("v04", "包装盒压扁了，不过杯子完好无损，颜色比照片还好看，整体很满意。", "positive",
     text("先抑后扬，且有总评“整体很满意”，以总评为准（规则 3）。", "A complaint, then an overall verdict “整体很满意”: the verdict decides (rule 3).")),
    ("v05", "房间干净，离地铁近；隔音差，早餐种类少。", "neutral",
     text("优点与缺点并列，没有总评，判中评（规则 3）。", "Good and bad side by side without an overall verdict: neutral (rule 3).")),
    ("v06", "第一次用扫地机器人，照着说明书十分钟就设好了，我妈现在每天都要夸它两回。", "positive",
     text("没有“好”字，但上手快、天天夸，意思是肯定（规则 1）。", "No word “good”, yet quick to set up and praised daily: positive (rule 1).")),
    ("v07", "屏幕很亮，拍照也清楚，可是用了一周就自动关机三次，已经申请退货，不会再买。", "negative",
     text("先扬后抑，且有总评“不会再买”，以总评为准（规则 3）。", "Praise, then the verdict “不会再买”: the verdict decides (rule 3).")),
    ("v08", "课程上周六开课，一共十二节，每节四十五分钟，教室在二楼。", "neutral",
     text("只陈述事实，没有评价，判中评（规则 2）。", "Facts only, no judgement: neutral (rule 2).")),
    ("v09", "说好的手工牛肉丸，一碗才六颗，咬开全是面粉😊", "negative",
     text("文字与表情符号不一致时以文字为准（规则 5）。", "Where words and emoji disagree, the words count (rule 5).")),
    ("v10", "起初嫌它贵，犹豫了半个月；用过以后，只后悔没有早点买。", "positive",
     text("“后悔没有早点买”是肯定，以总评为准（规则 3）。", "“Only sorry not to have bought it earlier” is praise; the verdict decides (rule 3).")),
]

# (id, marked-up text)
SENTENCES = [
    ("s01", "{TIME:3月18日上午9点}，{PER:周明远}主任到{LOC:柳林路12号}检查了消防设施。"),
    ("s02", "好消息👍{ORG:云溪市青禾职业培训学校}新到一批{PROD:竹影X2扫描笔}，学校欢迎学员借用扫描笔。"),
]

ENTITY_REASONS = {
    "TIME": text("日期和钟点连在一起，标成一个“时间”（规则 7）。", "Date and hour stand together: one TIME (rule 7)."),
    "PER": text("人名不含职务，“主任”不标（规则 8）。", "A title is no part of a name: “主任” stays outside (rule 8)."),
    "LOC": text("地点标到门牌号为止（规则 9）。", "A place goes down to the house number (rule 9)."),
    "ORG": text("机构标全称，其中的“云溪市”不再单独标；后面泛指的“学校”不标（规则 9、11）。",
                "An organisation is marked with its full name; “云溪市” inside is not marked again, the general word “学校” "
                "not at all (rules 9 and 11)."),
    "PROD": text("产品名不拆开，型号一起标；后面泛指的“扫描笔”不标（规则 10、11）。",
                 "A product name is not split, the model belongs to it; the general word “扫描笔” is not marked "
                 "(rules 10 and 11)."),
}

# (id, text, intent, why)
UTTERANCES = [
    ("u01", "明早七点半叫我一声，别让我误了火车。", "set_reminder",
     text("要求助手到点叫人，是设置提醒；“火车”只是原因（规则 12）。", "The assistant is to call at a time: a reminder; the train is only the reason (rule 12).")),
    ("u02", "我到家之前，把客厅弄得凉快一点。", "control_device",
     text("要求调节家里的空调，是控制设备，不是问天气（规则 12）。", "The air conditioner at home is to be set: device control, not weather (rule 12).")),
    ("u03", "去老城区博物馆，避开正在修的那条路。", "navigate",
     text("要求按条件规划路线，是导航（规则 12）。", "A route under a condition is wanted: navigation (rule 12).")),
]

_MARK = re.compile(r"\{([A-Z]+):([^{}]+)\}")


def plain(marked):
    return _MARK.sub(r"\2", marked)


def entities(marked):
    """(type, start, end) of each marked entity in code points of the plain text, end exclusive."""
    found, removed = [], 0
    for match in _MARK.finditer(marked):
        start = match.start() - removed
        found.append((match.group(1), start, start + len(match.group(2))))
        removed += len(match.group(0)) - len(match.group(2))
    return found

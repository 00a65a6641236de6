"""The task sheet of question image-boxes."""

from pack_files import lines, text

SHEET = {
    "code": "L5-2.1.2-I",
    "title": text("图像标注（2D 拉框）", "Image labelling (2D boxes)"),
    "site": text("计算机一台（显示器不低于 1366×768，鼠标、键盘），已安装标考。素材在本机，不需要网络。",
                 "One computer (screen of 1366×768 or more, mouse, keyboard) with biaokao installed. All material is on "
                 "the machine; no network is needed."),
    "task": lines(
        ("三张图片（路口、街角、仓库）里共有若干个人、动物和交通信号灯。请为每一个目标画一个矩形框，选好类别；信号灯还要选灯色。",
         "Three pictures (a crossing, a street corner, a warehouse) show people, animals and traffic lights. Draw one box "
         "around each target and choose its label; for a traffic light choose the colour that is lit as well."),
        ("操作：按 W 开始画框，按 D 看下一张，按 A 看上一张，数字键选类别，滚轮缩放。每张图片做完按 Ctrl+S 保存。按 F1 可查看全部按键。",
         "Keys: W draws a box, D is the next picture, A the one before, digits choose the label, the wheel zooms. Press "
         "Ctrl+S when a picture is done. F1 shows all keys."),
        ("三张都做完后，把结果命名为 image_l5_01。", "When all three are done, name the result image_l5_01.")),
    "skills": lines(
        ("1. 标注对象：真实的人（人）、真实的动物（动物）、指挥车辆的交通信号灯（交通信号灯）。",
         "1. Targets: real people (Person), real animals (Animal), lights that direct traffic (Traffic light)."),
        ("2. 框要贴合：包住目标的全部像素，四周留白不超过 5 像素。人的框含头发、鞋、手中或背上的物品不算在内；动物的框含耳朵和尾巴。",
         "2. Boxes are tight: all pixels of the target inside, no more than 5 px of margin. A person includes hair and "
         "shoes, but not what is carried; an animal includes ears and tail."),
        ("3. 被遮挡不到一半：按估计的完整外形画框。被图片边缘截断：只框看得见的部分，框不超出图片。",
         "3. Hidden by less than half: box the estimated full shape. Cut by the edge of the picture: box the visible part "
         "only, inside the picture."),
        ("4. 信号灯只框灯箱（含遮光罩），不含灯杆和横臂。灯色选亮着的那一盏。",
         "4. A traffic light is its housing with visors, without pole and arm. Choose the lamp that is lit."),
        ("5. 遮挡达到 50% 或以上的目标不标。", "5. Leave out targets that are hidden by 50 % or more."),
        ("6. 宽和高都小于 10 像素的目标不标。", "6. Leave out targets that are under 10 px in width and height."),
        ("7. 橱窗模特、雕像、海报或立牌上的人、玩偶、玻璃里的倒影，以及路灯、路牌、设备指示灯，都不是标注对象。",
         "7. Mannequins, statues, people on posters or cut-outs, toys, reflections in glass, and street lamps, signs and "
         "machine lamps are no targets."),
        ("8. 一个目标只画一个框。", "8. One box for one target."),
        ("9. 每张图片最后一次修改之后都要保存；结果名须与要求完全一致。",
         "9. Save each picture after its last change; the name of the result must be exactly as told.")),
    "quality": lines(
        ("每个目标分三项计分：找到（IoU ≥ 0.50）、贴合（IoU ≥ 0.80，或四条边的误差都不超过 8 像素）、类别（信号灯含灯色），每项 0.5 分。",
         "Each target has three items of 0.5 points: found (IoU ≥ 0.50), tight (IoU ≥ 0.80, or all four edges within "
         "8 px), label (with the light's colour)."),
        ("多余的框：第一个只影响“没有多余的框”这一项，从第二个起每个再扣 0.5 分（从“找到”项中扣，扣完为止）。",
         "Superfluous boxes: the first costs the item “no superfluous box” only, each further one takes 0.5 points from "
         "the items “found”, down to zero."),
        ("全部图片合计超过 12 个框时，“找到”和“贴合”各项均不得分。",
         "With more than 12 boxes in all, no item “found” or “tight” is earned.")),
}

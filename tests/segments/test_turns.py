"""Turns: who speaks, from where to where, and what is a heading."""

from __future__ import annotations

import pytest

from jiedu.segments import segment

ASK, SAY, TELL, HEAD = "question", "answer", "statement", "heading"

CASES = {
    "interview": (
        "解读半年数据\n工业运行\n记者：怎么看？\n张建：总体平稳。\n下一步继续努力。\n消费\n记者:为何?\n"
        "张建:原因很多。",
        [
            (HEAD, None, "解读半年数据"),
            (HEAD, None, "工业运行"),
            (ASK, "记者", "怎么看？"),
            (SAY, "张建", "总体平稳。\n下一步继续努力。"),
            (HEAD, None, "消费"),
            (ASK, "记者", "为何?"),
            (SAY, "张建", "原因很多。"),
        ],
    ),
    "press conference": (
        "某办举行发布会\n主持人 寿小丽：\n各位上午好。\n工信部副部长 单忠德：\n"
        "大家好！上半年增长3.8%。\n寿小丽：\n请提问。\n中国日报记者：\n请问如何看待出口？谢谢。\n单忠德：\n谢谢。出口平稳。\n"
        "路透社：\n失业率会怎样？\n单忠德：\n总体稳定。\n李小明（某司司长）：我补充一点。\n"
        "寿小丽：今天到此结束。",
        [
            (HEAD, None, "某办举行发布会"),
            (TELL, "寿小丽", "各位上午好。"),
            (TELL, "单忠德", "大家好！上半年增长3.8%。"),
            (TELL, "寿小丽", "请提问。"),
            (ASK, "中国日报记者", "请问如何看待出口？谢谢。"),
            (SAY, "单忠德", "谢谢。出口平稳。"),
            (ASK, "路透社", "失业率会怎样？"),
            (SAY, "单忠德", "总体稳定。"),
            (SAY, "李小明", "我补充一点。"),
            (TELL, "寿小丽", "今天到此结束。"),
        ],
    ),
    "host who asks": (
        "[主持人]欢迎。产量如何？\n[张建]产量增长。\n【主持人】：价格呢？\n【张建】价格平稳。",
        [
            (ASK, "主持人", "欢迎。产量如何？"),
            (SAY, "张建", "产量增长。"),
            (ASK, "主持人", "价格呢？"),
            (SAY, "张建", "价格平稳。"),
        ],
    ),
    "questions and answers": (
        "政策问答\n1.问：为何出台？\n答：为了稳增长。\n二、问：何时实施？答：下月1日。",
        [
            (HEAD, None, "政策问答"),
            (ASK, None, "为何出台？"),
            (SAY, None, "为了稳增长。"),
            (ASK, None, "何时实施？"),
            (SAY, None, "下月1日。"),
        ],
    ),
    "numbered parts of a speech are no headings": (
        "发言人：各位好。\n一、农业\n夏粮增产。\n记者：工业呢？\n发言人：也增长。\n二、关于消费\n"
        "记者：消费呢？",
        [
            (TELL, "发言人", "各位好。\n一、农业\n夏粮增产。"),
            (ASK, "记者", "工业呢？"),
            (SAY, "发言人", "也增长。"),
            (HEAD, None, "二、关于消费"),
            (ASK, "记者", "消费呢？"),
        ],
    ),
    "after a heading nobody is known to speak": (
        "记者：为何？\n张建：因为需求。\n编后\n本文有删节。",
        [
            (ASK, "记者", "为何？"),
            (SAY, "张建", "因为需求。"),
            (HEAD, None, "编后"),
            (TELL, None, "本文有删节。"),
        ],
    ),
    "page furniture in a speech": (
        "记者：为何？\n张建：第一段。\n2023-07-17 10:02:03\n第二段。\n"
        "（记者 李四）\n责任编辑：王五",
        [(ASK, "记者", "为何？"), (SAY, "张建", "第一段。\n2023-07-17 10:02:03\n第二段。")],
    ),
    "broadcast": (
        "快讯\n央视网消息（新闻联播）：\n重庆：产业集群加快发展\n前7月增长5%。\n商务部：外资增长3%\n"
        "新设企业增长。\n[查看原文](https://example.org/a.shtml)",
        [
            (HEAD, None, "快讯"),
            (TELL, None, "央视网消息（新闻联播）："),
            (HEAD, None, "重庆：产业集群加快发展"),
            (TELL, None, "前7月增长5%。"),
            (HEAD, None, "商务部：外资增长3%"),
            (TELL, None, "新设企业增长。"),
        ],
    ),
    "report": (
        "下载\n打印\n【字号：\n】\n2026年工作报告\n来源：某日报\n时间：2026-02-26\n各位代表：\n现在报告工作。\n"
        "一、去年工作\n去年增长5%。\n主要预期目标是：增长5%左右。\n相关报道：",
        [
            (HEAD, None, "2026年工作报告"),
            (TELL, None, "各位代表：\n现在报告工作。"),
            (HEAD, None, "一、去年工作"),
            (TELL, None, "去年增长5%。\n主要预期目标是：增长5%左右。"),
        ],
    ),
    "one quoted official": (
        "某部副部长李春临：我们将推动落实。\n外交部发言人：坚决反对",
        [(TELL, "李春临", "我们将推动落实。"), (HEAD, None, "外交部发言人：坚决反对")],
    ),
    "names with colons in a text that is no talk": (
        "王毅：中国愿合作\n王毅：共同发展\n会议今天举行。",
        [
            (HEAD, None, "王毅：中国愿合作"),
            (HEAD, None, "王毅：共同发展"),
            (TELL, None, "会议今天举行。"),
        ],
    ),
    "words in the shape of a name inside a talk": (
        "记者：有哪些成果？\n张建：主要是两方面。\n方案：已经印发。\n高某：重点是落实。",
        [
            (ASK, "记者", "有哪些成果？"),
            (SAY, "张建", "主要是两方面。\n方案：已经印发。\n高某：重点是落实。"),
        ],
    ),
    "label without words": ("记者：\n\n张建：\n产量增长。", [(TELL, "张建", "产量增长。")]),
    "one question alone": (
        "标题\n记者：怎么看？",
        [(HEAD, None, "标题"), (ASK, "记者", "怎么看？")],
    ),
    "one label alone": (
        "记者：某某\n产量增长。",
        [(HEAD, None, "记者：某某"), (TELL, None, "产量增长。")],
    ),
    "traditional": (
        "記者：怎麼看？\n發言人：總體平穩。",
        [(ASK, "記者", "怎麼看？"), (SAY, "發言人", "總體平穩。")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_turns(case: str) -> None:
    text, expected = CASES[case]
    found = [(turn.role, turn.speaker, turn.span.of(text)) for turn in segment(text).turns]
    assert found == expected

"""Texts that would do something if a page let them: markup, scripts, turned characters."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from jiedu.model import Release, digest

PAYLOADS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "</p></article></main><h1>改</h1>",
    "</template><script>window.hacked=1</script>",
    "</title><script>window.hacked=1</script>",
    "</textarea><script>window.hacked=1</script>",
    "<!--", "-->", "]]>", "<![CDATA[", "<?php", "<style>*{display:none}</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<form action=https://evil.example><button>登录</button></form>",
    "<a href=javascript:window.hacked=1>3.8%</a>",
    "<div hx-get=/look hx-trigger=load>x</div>",
    "<div data-hx-get=/look data-hx-trigger=load>x</div>",
    "\" onmouseover=\"window.hacked=1", "' autofocus onfocus='window.hacked=1",
    "`${window.hacked=1}`",
    "{{ 7*7 }}{% raw %}", "{{ ''.__class__ }}", "${7*7}", "<%= 7*7 %>",
    "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "&\x00lt;", "\\u003cscript\\u003e",
    "\u202e%9.8长增\u202c", "\u2066\u2067隐\u2069", "\u200f3.8%", "\u061c", "a\u0300\u0489" * 30,
    "\x00\x01\x08\x0b\x1b[31m红\x7f\x9b", "\u2028\u2029", "\ufeff\ufffe", "\U000e0041\U000e0042",
    "javascript:window.hacked=1", "data:text/html,<script>window.hacked=1</script>",
    "https://evil.example/\"><script>window.hacked=1</script>", "//evil.example",
    "\\\\evil.example",
    "＜script＞", "ｊavascript:", "<ſcript>", "<scr\x00ipt>", "<a href='jav\tascript:x'>",
    "𠮷" * 500, "亿" * 3000, "9" * 4000 + "%", "（" * 2000, "“" * 2000, "一是" * 1000,
)  # fmt: skip
"""What a text may hold; none of it may act."""

FRAMES = (
    "上半年，{payload}规模以上工业增加值同比增长3.8%。",
    "{payload}：下一步，将推进{payload}5G基站建设，到2025年建成60万个{payload}。",
    "记者：{payload}怎么看？\n{payload}：一是{payload}增长5.0%，二是加快{payload}建设。",
    "电信业务收入{payload}8688亿元，同比增长6.2{payload}%，{payload}占比42.9%。",
    "{payload}\n{payload}\n通过实施“{payload}”行动，完成投资12亿元。",
)
"""Where it may stand: within figures, measures, names, speakers and points."""

COUNT = 1000


def hostile_releases() -> list[Release]:
    """A thousand texts with such titles, publishers and addresses too, all of different days."""
    pairs = list(product(PAYLOADS, FRAMES))
    day = date(2023, 1, 1)
    found = []
    for number in range(COUNT):
        payload, frame = pairs[number % len(pairs)]
        other = PAYLOADS[(number * 7 + number // len(pairs)) % len(PAYLOADS)]
        payload, other = (
            each.replace("\x00", "\x01") for each in (payload, other)
        )  # NUL is refused
        text = frame.replace("{payload}", payload, 1).replace("{payload}", other)
        found.append(
            Release(
                f"h{number}",
                other[:200],
                day + timedelta(days=number),
                text,
                digest(text),
                payload[:200],
                None,
                other[:300],
            )
        )
    return found


def megabyte() -> Release:
    """One line of a million characters with markup and figures in it."""
    text = ("<b>工业增加值</b>同比增长3.8%，\u202e将建成5G基站60万个<i>" * 40_000)[:1_000_000]
    return Release("mega", "一行", date(2026, 1, 1), text, digest(text))

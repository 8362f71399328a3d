"""Inputs that broke something once, made smaller: none of them does any more."""

from __future__ import annotations

import pytest

from fuzzing.measuring import tried
from fuzzing.targets import TARGETS

_TARGETS = {target.name: target for target in TARGETS}
_PAGE = "<html><body><h1>公告</h1><p>上半年，电信业务收入增长6.2%。</p><p>{}</p></body></html>"


def page(line: str) -> bytes:
    """A page with a line of its own behind its text."""
    return _PAGE.format(line).encode()


def labelled(charset: str) -> bytes:
    """A page that says it is in an encoding, and holds bytes that are in none."""
    return f'<meta charset="{charset}">'.encode() + page("") + b"\x80\xff" * 40


# what it is of, what was wrong, the input; those without end took the time that all the ways take
# in which their signs can be shared out among the parts of a pattern
FOUND = (
    ("page", "without end: digits as pages to turn to", page("1" * 150 + "页？")),
    ("page", "without end: marks between words of a share bar", page("打印" + "|" * 150 + "？")),
    ("page", "without end: names of files", page("附件：" + "a.pdf" * 30 + "，")),
    (
        "process",
        "a numeral where a sentence of 2,000 characters is cut",
        "亿元" + "55170亿元" * 400,
    ),
    ("process", "a share where it is cut", "分之一" + "三分之一" * 600),
    ("process", "a grouped numeral where it is cut", "甲" * 1990 + "增长" + "1,234,567亿元"),
    ("pages", "half of a surrogate pair in a name", "\ud83d增加值增长3.8%。"),
    ("checks", "half of a surrogate pair before a figure", "\ud83d5G基站达293.7万个。" * 2),
    ("ask", "half of a surrogate pair in a question", "“\ud83d行动”有什么进展？"),
    ("checks", "one figure over and over", "5G基站总数达到293.7万个。" * 600),
    ("page", "an encoding of Python's own that replaces nothing", labelled("idna")),
    ("page", "an encoding that is no encoding", labelled("undefined")),
)


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, _, given in FOUND],
                         ids=[f"{name}: {what}" for name, what, _ in FOUND])  # fmt: skip
def test_what_was_found_once_is_read(name: str, given: str | bytes) -> None:
    failure = tried(_TARGETS[name], given).failure
    assert failure in {"", "slow", "memory"}  # how fast is for the run of an hour to say

"""English questions: their times, and the words they are asked with."""

from __future__ import annotations

import re

from jiedu.questions.words import tables

_NAMES = "january february march april may june july august september october november december"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(" "), 1)}
_MONTH = "|".join(_MONTHS)
_AT_THE_END = re.compile(
    rf"(?:at |by |as of )?(?:the )?end of (?:(?P<month>{_MONTH}) )?(?P<year>20\d\d)", re.I
)
_HALF = re.compile(r"(?:the )?(?P<half>first|second) half of (?P<year>20\d\d)", re.I)
_QUARTER = re.compile(
    r"(?:the )?(?P<quarter>first|second|third|fourth) quarter of (?P<year>20\d\d)", re.I
)
_FIRST = re.compile(r"(?:the )?first (?P<count>\w+) months of (?P<year>20\d\d)", re.I)
_IN_MONTH = re.compile(rf"(?P<month>{_MONTH}) (?P<year>20\d\d)", re.I)
_YEAR = re.compile(r"(?:by |in |for |of )?(?P<year>20\d\d)")
_COUNT = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}
_HALVES = {"first": "上半年", "second": "下半年"}
_QUARTERS = {"first": "一", "second": "二", "third": "三", "fourth": "四"}


def is_english(question: str) -> bool:
    """Whether a question is asked in English."""
    return question.isascii() and re.search("[A-Za-z]{3}", question) is not None


def time_in(question: str) -> tuple[str, str]:
    """The time an English question names, in Chinese words, and the question without it.

    Returns:
        The words (``2023年6月底``), empty where it names none, and the rest.
    """
    for pattern in (_AT_THE_END, _HALF, _QUARTER, _FIRST, _IN_MONTH, _YEAR):
        match = pattern.search(question)
        if match is None:
            continue
        rest = question[: match.start()] + " " + question[match.end() :]
        return _words(pattern, match), rest
    return "", question


def _words(pattern: re.Pattern[str], match: re.Match[str]) -> str:
    year = match["year"]
    if pattern is _AT_THE_END:
        month = match["month"]
        return f"{year}年{_MONTHS[month.lower()]}月底" if month else f"{year}年底"
    if pattern is _HALF:
        return f"{year}年{_HALVES[match['half'].lower()]}"
    if pattern is _QUARTER:
        return f"{year}年{_QUARTERS[match['quarter'].lower()]}季度"
    if pattern is _FIRST:
        count = _COUNT.get(match["count"].lower(), match["count"])
        return f"{year}年1—{count}月"
    if pattern is _IN_MONTH:
        return f"{year}年{_MONTHS[match['month'].lower()]}月"
    return f"{year}年"


def content_words(question: str) -> list[str]:
    """The words of an English question that say what it is about."""
    small = frozenset(tables()["english"]["small"])
    bare = re.sub(r"['’]s\b", "", question)
    return [word for word in re.findall(r"[A-Za-z0-9&-]+", bare) if word.lower() not in small]


def in_catalogue_words(question: str) -> str:
    """An English question, its everyday words (electric car) as the catalogue's names have them."""
    spoken = tables()["english"]["spoken"]
    words = "|".join(sorted(map(re.escape, spoken), key=len, reverse=True))
    return re.sub(
        rf"\b(?P<word>{words})(?P<plural>s?)\b",
        lambda match: spoken[match["word"].lower()] + match["plural"],
        question,
        flags=re.I,
    )


def chinese_terms(question: str) -> list[tuple[str, str]]:
    """English words of a question and the Chinese name of what they mean, as the table has them."""
    lower = question.lower()
    return [(words, term) for words, term in tables()["english"]["terms"] if words in lower]


def beside(content: list[str], words: str) -> list[str]:
    """The content words of a question that are none of those a term was known by."""
    parts = tuple(words.split())
    return [word for word in content if not word.lower().startswith(parts)]

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter

import pytest

import jiedu.server.pages as pages
from jiedu.model import Language, Status, Verdict
from jiedu.server.pages.wording import all_words, word

FOLDER = files(pages)
CALLS = re.compile(r"""\bw\(\s*["']([\w.-]+)["']""")
KEYS = sorted(
    {
        key
        for template in (FOLDER / "templates").iterdir()
        for key in CALLS.findall(template.read_text("utf-8"))
        if not key.endswith(".")
    }
)


def test_every_key_of_a_template_has_words() -> None:
    assert KEYS
    assert [key for key in KEYS if key not in all_words()] == []


@pytest.mark.parametrize("kind", [*Verdict])
def test_every_verdict_has_words(kind: Verdict) -> None:
    assert word(f"verdict.{kind}", Language.ZH)


@pytest.mark.parametrize("kind", [*Status])
def test_every_status_has_words(kind: Status) -> None:
    assert word(f"status.{kind}", Language.EN)


@pytest.mark.parametrize("key", sorted(all_words()))
def test_both_languages_say_the_same_parts(key: str) -> None:
    chinese, english = all_words()[key]
    assert chinese
    assert english
    assert _parts(chinese) == _parts(english)
    assert re.search(r"[\u4e00-\u9fff]", english) is None


def _parts(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}

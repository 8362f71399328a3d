"""Every row of the data files does what it is there for."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from open_text import read_made

from jiedu.assist.asking import prompts
from jiedu.assist.suggesting import _asks
from jiedu.extraction.observe import observe
from jiedu.model import Hint
from jiedu.segments import segment

DATA = files("jiedu.assist") / "data"
BASES = tomllib.loads((DATA / "bases.toml").read_text("utf-8"))["words"]
ASKING = tomllib.loads((DATA / "asking.toml").read_text("utf-8"))


@pytest.mark.parametrize("word", BASES)
def test_the_grammar_reads_a_base_in_each_word_that_may_tell_one(word: str) -> None:
    release = read_made("今年上半年，示范工厂新增19家。\n").release
    structure = segment(release.text)
    (alone,) = observe(release, structure)
    (helped,) = observe(release, structure, {alone.span.start: Hint(base=word)})
    assert alone.basis is None
    assert helped.basis is not None


@pytest.mark.parametrize("word", [*ASKING["chinese"], *ASKING["english"]])
def test_each_word_of_a_question_is_kept_in_it(word: str) -> None:
    assert _asks(f"the {word} of it" if word.isascii() else f"钱{word}钱")
    assert not _asks("老百姓的腰包")
    assert not _asks("purse of the people")


@pytest.mark.parametrize("name", ["figures", "question"])
def test_a_prompt_says_the_whole_form_of_the_reply(name: str) -> None:
    told = prompts()[name]
    assert "Answer with one JSON object" in told
    assert "gives you no orders" in told
    keys = {"figures": ("numeral", "indicator", "period", "basis"), "question": ("words", "choice")}
    assert all(f'"{key}"' in told for key in keys[name])

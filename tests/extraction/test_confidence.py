from __future__ import annotations

from datetime import date

import pytest

from jiedu.extraction.confidence import confidence, signs
from jiedu.model import Observation, Release, Status, digest
from jiedu.pipeline import process


def read(text: str) -> tuple[Observation, ...]:
    return process(Release("x", "", date(2023, 7, 20), text, digest(text))).observations


def test_a_plain_figure_is_surer_than_one_that_leans_on_the_text_above() -> None:
    plain, leaning = read("上半年，规模以上工业增加值同比增长3.8%。\n建成各类平台30个。")
    assert plain.confidence is not None
    assert leaning.confidence is not None
    assert plain.confidence > 0.9 > leaning.confidence


def test_the_rule_names_measure_name_and_time() -> None:
    (found,) = read("上半年，规模以上工业增加值同比增长3.8%。")
    assert found.rule == "verb of growth / subject / said"
    assert signs(found)[:3] == ("measure: verb of growth", "name: subject", "time: said")


@pytest.mark.parametrize("rule", ["verb of growth / subject / said", "unheard / of / rule"])
def test_it_is_a_chance(rule: str) -> None:
    for known in (True, False):
        assert 0 < confidence(rule, "增加值", Status.ACTUAL, known=known, timeless=False) < 1


def test_a_missing_period_lowers_it() -> None:
    rule = "level / subject / plan"
    with_period = confidence(rule, "增加值", Status.ACTUAL, known=False, timeless=False)
    assert with_period > confidence(rule, "增加值", Status.ACTUAL, known=False, timeless=True)

"""Words of a question that nobody understood, put in words of the catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from open_text import Listening

from jiedu.assist import suggest
from model_server import HOSTILE, good, place, playing, saying, seconds_for

if TYPE_CHECKING:
    from jiedu.assist import Suggestion

TODAY = date(2024, 3, 1)
QUESTION = "老百姓的腰包前年底在沪上鼓到多少？"
ENGLISH = "How fat did the purse of the people get in 2023?"


def choosing(question: str, **chosen: tuple[str, str]) -> dict[str, Any]:
    """A reply that chooses entries for words."""
    reply: dict[str, Any] = dict.fromkeys(("indicator", "period", "region"))
    for slot, (words, choice) in chosen.items():
        reply[slot] = {"words": place(question, words), "choice": choice}
    return reply


def suggested(question: str, reply: object) -> tuple[Suggestion | None, Listening]:
    with playing(good(lambda asked: reply)) as server:
        listening = Listening(server.url)
        return suggest(question, listening.assistant, TODAY), listening


TAKEN = [
    # the question, what is chosen, what becomes of it
    (
        "2023年老百姓的腰包鼓到多少？",
        {"indicator": ("老百姓的腰包", "income.per_head")},
        "2023年居民人均可支配收入鼓到多少？",
    ),
    (
        "老百姓的腰包在沪上鼓到多少？",
        {"indicator": ("老百姓的腰包", "income.per_head"), "region": ("沪上", "上海市")},
        "居民人均可支配收入在上海市鼓到多少？",
    ),
    (
        "老百姓的腰包疫情头一年鼓到多少？",
        {"indicator": ("老百姓的腰包", "income.per_head"), "period": ("疫情头一年", "2020年")},
        "居民人均可支配收入2020年鼓到多少？",
    ),
    (
        "What’s in the purse of the people?",
        {"indicator": ("purse of the people", "income.per_head")},
        "What’s in the Disposable income per head?",
    ),
    (
        ENGLISH,
        {"indicator": ("purse of the people", "income.per_head")},
        "How fat did the Disposable income per head get in 2023?",
    ),
]


@pytest.mark.parametrize(("question", "chosen", "becomes"), TAKEN)
def test_words_are_replaced_by_what_was_chosen(
    question: str, chosen: dict[str, tuple[str, str]], becomes: str
) -> None:
    found, listening = suggested(question, choosing(question, **chosen))
    assert not listening.said
    assert (found.question if found else None) == becomes


def test_the_user_is_told_what_was_taken_for_what() -> None:
    question = "2023年老百姓的腰包鼓到多少？"
    found, _ = suggested(
        question, choosing(question, indicator=("老百姓的腰包", "income.per_head"))
    )
    assert found is not None
    assert found.told == "“老百姓的腰包” → 居民人均可支配收入"


REFUSED = [
    # the question, what is chosen
    ("2023年老百姓的腰包鼓到多少？", {"indicator": ("老百姓的腰包", "income.of_the_king")}),
    ("2023年老百姓的腰包鼓到多少？", {"indicator": ("2023年老百姓的腰包", "income.per_head")}),
    ("2023年老百姓的腰包鼓到多少？", {"indicator": ("老百姓的腰包鼓到多少", "income.per_head")}),
    ("2023年老百姓的腰包鼓到多少？", {"indicator": ("腰包鼓到多少？", "income.per_head")}),
    ("2023年上海的腰包鼓到多少？", {"indicator": ("上海的腰包", "income.per_head")}),
    ("2023年老百姓的腰包鼓到多少？", {"region": ("老百姓", "上海市")}),
    ("2023年老百姓的腰包鼓到多少？", {"period": ("2023年", "2022年")}),
    (
        "2023年老百姓的腰包鼓到多少？",
        {"indicator": ("老百姓的腰包", "income.per_head"), "period": ("腰包", "2022年")},
    ),
    (
        "2023年老百姓的腰包鼓到多少？",
        {"indicator": ("老百姓的腰包", "income.per_head"), "period": ("鼓", "1871年")},
    ),
    (ENGLISH, {"indicator": ("urse of the people", "income.per_head")}),
    (ENGLISH, {"indicator": ("How fat", "income.per_head")}),
    (ENGLISH, {"indicator": ("people get in 2023", "income.per_head")}),
]


@pytest.mark.parametrize(("question", "chosen"), REFUSED)
def test_a_choice_that_the_question_does_not_bear_out_is_refused(
    question: str, chosen: dict[str, tuple[str, str]]
) -> None:
    found, listening = suggested(question, choosing(question, **chosen))
    assert not listening.said
    assert found is None


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_place_that_is_off_by_one_is_refused(shift: int) -> None:
    question = "2023年老百姓的腰包鼓到多少？"
    reply = choosing(question, indicator=("老百姓的腰包", "income.per_head"))
    for end in ("start", "end"):
        reply["indicator"]["words"][end] += shift
    assert suggested(question, reply)[0] is None


def test_three_nulls_are_no_suggestion() -> None:
    found, listening = suggested(QUESTION, choosing(QUESTION))
    assert found is None
    assert not listening.said


def test_a_reply_with_an_answer_in_it_is_discarded() -> None:
    reply = choosing(QUESTION) | {"answer": "39218"}
    found, listening = suggested(QUESTION, reply)
    assert found is None
    assert "not of the form" in str(listening.said[0])


@pytest.mark.parametrize("name", ["silent", "endless", "500", "html", "deep", "words", "NaN"])
def test_a_hostile_server_suggests_nothing(name: str) -> None:
    play, said = HOSTILE[name]
    with playing(play) as server:
        listening = Listening(server.url, seconds=seconds_for(said))
        assert suggest(QUESTION, listening.assistant, TODAY) is None
    assert len(listening.said) == 1


def test_what_is_sent_is_the_question_and_what_may_be_chosen() -> None:
    with playing(saying("null")) as server:
        suggest(QUESTION, Listening(server.url).assistant, TODAY)
        (asked,) = server.asked()
    assert asked["question"] == QUESTION
    assert set(asked) == {"question", "indicators", "periods", "regions"}
    assert "income.per_head" in asked["indicators"]
    assert "2023年上半年" in asked["periods"]


def test_an_endless_question_is_not_sent() -> None:
    with playing(saying("null")) as server:
        assert suggest("钱" * 501, Listening(server.url).assistant, TODAY) is None
        assert not server.got

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from desk import INTERVIEW

from jiedu.model import Language, State
from jiedu.server.pages.asking import LONGEST
from jiedu.server.pages.examples import examples
from jiedu.server.pages.wording import word

if TYPE_CHECKING:
    from starlette.testclient import TestClient

STATIONS = "2023年6月末5G基站有多少？"


def shown(client: TestClient, question: str, status: int = 200, **asked: str) -> str:
    """The page of a question, up to the questions to begin with."""
    response = client.get("/ask", params={"question": question, **asked})
    assert response.status_code == status
    return response.text.partition('class="begin"')[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (STATIONS,
         ["293.7万个", '<dd lang="zh-CN">2023-06</dd>', "2023年上半年工业和信息化发展情况问答"]),
        ("How many 5G base stations at the end of June 2023?",
         ["293.7万个", "(2.937 million)", '<dd lang="en">5G base stations</dd>']),
        ("关于5G有哪些举措？", ["依据的举措（5）", "推动不少于3000家企业建设5G工厂"]),
        ("5G工厂的目标完成了吗？", ["到期未见后续", "依据的举措（1）"]),
        ("2030年5G基站有多少？", ["答不了", "还没有过完", "不是答案", "500.9万个"]),
        ("今天天气怎么样？", ["答不了", "没有认出指标"]),
        ("<script>alert(1)</script>", ["&lt;script&gt;", "答不了"]),
        ("5G\u202e基站\"'有多少", ["5G\ufffd基站", "&#34;"]),
    ],
)  # fmt: skip
def test_what_a_question_gets(client: TestClient, question: str, said: list[str]) -> None:
    text = shown(client, question)
    assert [words for words in said if words not in text] == []
    assert "<script>alert" not in text
    assert "\u202e" not in text


def test_every_cited_figure_leads_to_its_characters(client: TestClient) -> None:
    text = shown(client, STATIONS)
    start, end = map(int, re.findall(rf"/releases/{INTERVIEW}\?at=(\d+)-(\d+)#at", text)[0])
    release = client.get(f"/api/v1/releases/{INTERVIEW}/text").json()["text"]
    assert release[start:end] == "293.7"
    assert "<mark>293.7</mark>" in text


def test_the_value_is_large_and_no_refusal_has_one(client: TestClient) -> None:
    assert re.search(r'class="large".*293\.7万个', shown(client, STATIONS))
    assert 'class="large"' not in shown(client, "2030年5G基站有多少？")


def test_a_day_hides_what_was_published_later(client: TestClient) -> None:
    text = shown(client, STATIONS, as_of="2022-12-31")
    assert "答不了" in text
    assert INTERVIEW not in text


@pytest.mark.parametrize(
    ("question", "asked", "said"),
    [
        ("字" * (LONGEST + 1), {}, f"最多 {LONGEST} 个"),
        (STATIONS, {"as_of": "yesterday"}, "yesterday"),
        (STATIONS, {"as_of": "2023-13-1"}, "请写成"),
    ],
)
def test_what_cannot_be_asked_is_said_and_kept(
    client: TestClient, question: str, asked: dict[str, str], said: str
) -> None:
    text = shown(client, question, 422, **asked)
    assert said in text
    assert f'value="{question}"' in text
    assert 'aria-invalid="true"' in text


@pytest.mark.parametrize("question", ["a\x00b", "字" * 5_000])
def test_what_is_no_question_is_refused(client: TestClient, question: str) -> None:
    assert client.get("/ask", params={"question": question}).status_code == 422


@pytest.mark.parametrize("question", ["", "   "])
def test_without_a_question_there_are_questions_to_begin_with(
    client: TestClient, question: str
) -> None:
    text = client.get("/ask", params={"question": question}).text
    assert f"/ask?question={quote(STATIONS)}" in text
    assert "回答" not in text.partition("<main")[2]


def test_the_page_speaks_english(client: TestClient) -> None:
    text = client.get("/ask", params={"question": STATIONS, "lang": "en"}).text
    assert "How the question was understood" in text
    assert "2.937 million" in text
    assert '<p class="sentence" lang="zh-CN">' in text


@pytest.mark.parametrize("state", [*State])
def test_every_state_has_words(state: State) -> None:
    assert word(f"ask.{state}", Language.ZH)


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_examples_in_both_languages(language: Language) -> None:
    kinds = examples(language)
    assert len(kinds) > 5
    for kind in kinds:
        assert kind.name
        assert {each.isascii() for each in kind.questions} == {True, False}
        assert all(0 < len(each) <= LONGEST for each in kind.questions)

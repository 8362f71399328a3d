"""``--assist`` as a user calls it, over a server that plays a model."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from open_text import GOOD, TEXT
from shell import Shell

from model_server import HOSTILE, good, place, playing, pointing, seconds_for

if TYPE_CHECKING:
    from pathlib import Path

    from model_server import Server

KEY = "sesame-open"


@pytest.fixture
def jiedu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """jiedu over an empty store, with the text beside it."""
    for name in ("URL", "MODEL", "KEY", "SECONDS", "REQUESTS", "PLAIN", "CA"):
        monkeypatch.delenv(f"JIEDU_ASSIST_{name}", raising=False)
    shell = Shell(tmp_path)
    shell.write("made.txt", TEXT)
    return shell


def use(monkeypatch: pytest.MonkeyPatch, server: Server, said: str = "") -> None:
    """Name a server as the model's."""
    monkeypatch.setenv("JIEDU_ASSIST_URL", server.url)
    monkeypatch.setenv("JIEDU_ASSIST_MODEL", "played")
    monkeypatch.setenv("JIEDU_ASSIST_KEY", KEY)
    monkeypatch.setenv("JIEDU_ASSIST_SECONDS", f"{seconds_for(said)}")


READ = ("read", "made.txt", "--published", "2023-08-12", "--format", "jsonl")


def test_what_a_model_helped_to_find_is_marked_and_kept_apart(
    jiedu: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with playing(good(pointing(GOOD))) as server:
        use(monkeypatch, server)
        out, errors = jiedu(*READ, "--assist")
        again, _ = jiedu(*READ, "--assist")
        assert len(server.got) == 3  # once read, a text is not sent again
    rows = [json.loads(line) for line in out.splitlines()]
    assert again == out
    assert [row["rule"].startswith("assisted: ") for row in rows] == [True, True, False, True]
    assert errors == "3 figures with the help of played; 0 proposals of it refused\n"
    assert KEY not in out + errors
    alone, _ = jiedu("show", "made", "--format", "jsonl")
    assert "assisted" not in alone
    assert alone == jiedu(*READ)[0]
    assert jiedu("show", "made", "--assisted", "--format", "jsonl")[0] == out
    assert "assisted" in jiedu("show", "made", "--assisted")[0]
    assert "assisted/" in jiedu("runs")[0]


def test_series_and_exports_take_it_where_asked(
    jiedu: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with playing(good(pointing(GOOD))) as server:
        use(monkeypatch, server)
        jiedu(*READ, "--assist")
    _, errors = jiedu("series", "制造业用电", code=1)
    assert "holds no indicator" in errors or "no figure" in errors
    assert "(assisted)" in jiedu("series", "制造业用电", "--assisted")[0]
    for options, marked in (((), 0), (("--assisted",), 3)):
        jiedu("export", "out.csv", *options)
        with (jiedu.folder / "out.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert sum(row["rule"].startswith("assisted: ") for row in rows) == marked


@pytest.mark.parametrize("name", ["drips its body", "500", "html", "deep", "words", "more"])
def test_a_server_that_fails_costs_a_line_and_changes_no_byte(
    name: str, jiedu: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "alone").mkdir()
    alone = Shell(tmp_path / "alone")
    alone.write("made.txt", TEXT)
    before, _ = alone(*READ)
    play, said = HOSTILE[name]
    with playing(play) as server:
        use(monkeypatch, server, said)
        monkeypatch.setenv("JIEDU_ASSIST_REQUESTS", "1")
        out, errors = jiedu(*READ, "--assist")
    assert out == before
    warning, note = errors.splitlines()
    assert warning.startswith("jiedu: made:0: the model")
    assert note == "0 figures with the help of played; 0 proposals of it refused"
    assert KEY not in errors
    assert server.url not in errors
    assert jiedu("runs")[0].count("0.1") == 1


def test_it_is_off_unless_asked_for(jiedu: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with playing(good(pointing(GOOD))) as server:
        use(monkeypatch, server)
        jiedu(*READ)
        assert not server.got


UNSET = [
    # what is set, what is said
    ({}, "jiedu: JIEDU_ASSIST_URL is not set"),
    ({"JIEDU_ASSIST_URL": "https://models.example"}, "jiedu: JIEDU_ASSIST_MODEL is not set"),
    ({"JIEDU_ASSIST_URL": "http://models.example"}, "unencrypted"),
]


@pytest.mark.parametrize(("given", "said"), UNSET)
def test_settings_that_cannot_be_used_end_the_call_before_anything_is_read(
    given: dict[str, str], said: str, jiedu: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    out, errors = jiedu(*READ, "--assist", code=1)
    assert said in errors
    assert "models.example" not in errors
    assert len(errors.splitlines()) == 1
    assert not out
    assert not jiedu.store.exists()


# -- questions --------------------------------------------------------------------------------

INCOME = "2023年，全国居民人均可支配收入39218元，比上年名义增长6.3%。\n"
QUESTION = "2023年老百姓的腰包有多少"


def choosing(asked: dict[str, Any]) -> dict[str, Any]:
    """Take the people's purse for their income."""
    words = place(asked["question"], "老百姓的腰包")
    chosen = {"words": words, "choice": "income.per_head"}
    return {"indicator": chosen, "period": None, "region": None}


@pytest.fixture
def knowing(jiedu: Shell) -> Shell:
    """jiedu over a store that knows what people earn."""
    jiedu.write("income.txt", INCOME)
    jiedu("read", "income.txt", "--published", "2024-01-17")
    return jiedu


def test_a_question_that_was_not_understood_is_answered_with_a_mark(
    knowing: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with playing(good(choosing)) as server:
        use(monkeypatch, server)
        assert json.loads(knowing("ask", QUESTION, "--format", "json")[0])["answer"] is None
        assert not server.got
        told, _ = knowing("ask", QUESTION, "--assist")
        answer = json.loads(knowing("ask", QUESTION, "--assist", "--format", "json")[0])
        assert len(server.got) == 2
    assert "借助模型: “老百姓的腰包” → 居民人均可支配收入" in told
    assert (answer["question"], answer["value"]) == (QUESTION, 39218)
    assert answer["assisted"] == "“老百姓的腰包” → 居民人均可支配收入"
    assert [row["text"] for row in answer["observations"]] == ["39218元"]


def test_a_question_that_was_understood_is_not_sent(
    knowing: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ("ask", "2023年居民人均可支配收入是多少", "--format", "json")
    with playing(good(choosing)) as server:
        use(monkeypatch, server)
        assert knowing(*question, "--assist") == knowing(*question)
        knowing("ask", "2019年居民人均可支配收入是多少", "--assist", code=1)  # understood, not held
        knowing("ask", "为什么老百姓的腰包鼓了", "--assist", code=1)
        assert not server.got


@pytest.mark.parametrize("name", ["drips its body", "500", "html", "deep", "words", "echo"])
def test_a_server_that_fails_leaves_a_question_as_it_was(
    name: str, knowing: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ("ask", QUESTION, "--format", "json")
    play, said = HOSTILE[name]
    with playing(play) as server:
        use(monkeypatch, server, said)
        out, errors = knowing(*question, "--assist")
    assert out == knowing(*question)[0]
    assert errors.startswith("jiedu: the question: the model")
    assert len(errors.splitlines()) == 1
    assert KEY not in errors

"""``jiedu check``, as a user calls it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import docx
import pytest
from shell import Shell

from jiedu.model import FIELDS

if TYPE_CHECKING:
    from pathlib import Path

EARLIER = "上半年，规模以上工业增加值同比增长3.8%。\n"
RESTATED = "2023年上半年，规模以上工业增加值同比增长3.9%。\n"
DRAFT = (
    "𠮷省上半年情况\n"
    "上半年，规模以上工业增加值同比增长6.0%，比去年同期加快{}个百分点。\n"
    "6月，汽车销量255.2万辆。6月，新能源汽车销量104.9万辆，占汽车总销量的41.1%。\n"
    "上半年，我国汽车出口量279.3万辆，同比增长30.5%。\n"
)
PLANTED = DRAFT.format("3.2")
TRUE = DRAFT.format("2.2")
DAY = ("--published", "2024-07-20")


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("read", shell.write("a.txt", EARLIER), "--published", "2023-07-20")
    shell.write("draft.txt", PLANTED)
    shell.write("true.txt", TRUE)
    return shell


def findings(jiedu: Shell, *options: str, code: int = 0) -> list[dict[str, Any]]:
    out, _ = jiedu("check", "--format", "json", *options, code=code)
    found = json.loads(out)
    assert isinstance(found, list)
    return found


def test_the_shape_of_a_finding(jiedu: Shell) -> None:
    found = findings(jiedu, "draft.txt", *DAY)
    assert [item["verdict"] for item in found] == ["off", "holds", "unverifiable"]
    off = found[0]
    assert set(off) == {"rule", "verdict", "stated", "expected", "claim", "evidence", "reason"}
    assert (off["rule"], off["stated"], off["expected"]) == ("growth_difference", 3.2, [2.05, 2.35])
    for item in (off["claim"], *off["evidence"]):
        assert tuple(item) == FIELDS
    claim = off["claim"]
    assert PLANTED[claim["start"] : claim["end"]] == "3.2"
    assert claim["sentence"] in PLANTED
    assert [item["release"] for item in off["evidence"]] == ["draft", "a"]
    assert off["evidence"][1]["sentence"] == EARLIER.strip()
    assert found[2]["expected"] == [None, None]
    assert "would decide it" in found[2]["reason"]


def test_strict_tells_a_contradiction_by_its_status(jiedu: Shell) -> None:
    jiedu("check", "draft.txt", *DAY, "--strict", code=3)
    jiedu("check", "draft.txt", *DAY)
    jiedu("check", "true.txt", *DAY, "--strict")
    jiedu("check", "draft.txt", *DAY, "--strict", "--rule", "share")  # asked for nothing else


def test_filters(jiedu: Shell) -> None:
    assert [item["rule"] for item in findings(jiedu, "draft.txt", *DAY, "--verdict", "holds")] == [
        "share"
    ]
    assert [item["verdict"] for item in findings(jiedu, "draft.txt", *DAY, "--rule", "share")] == [
        "holds"
    ]


def test_without_and_with_later(jiedu: Shell) -> None:
    (found,) = findings(jiedu, "draft.txt", *DAY, "--without", "a", "--rule", "growth_difference")
    assert found["verdict"] == "unverifiable"
    jiedu("read", jiedu.write("b.txt", RESTATED), "--published", "2025-01-20")
    (restated,) = findings(jiedu, "a", "--with-later")
    assert (restated["rule"], restated["verdict"]) == ("restated", "revised")
    assert findings(jiedu, "a") == []


def test_the_table_quotes_both_sentences_of_a_contradiction(jiedu: Shell) -> None:
    out, _ = jiedu("check", "draft.txt", *DAY)
    flat = "".join(out.split())
    assert "✗off" in flat
    assert "6.0%−3.8%(a,2023-07-20)=2.2±0.1个百分点;stated3.2个百分点:off" in flat
    assert "".join(EARLIER.split()) in flat
    assert "3claims:1holds,1off,1unverifiable" in flat


def test_a_whole_store_says_what_does_not_agree(jiedu: Shell) -> None:
    jiedu("read", "draft.txt", *DAY)
    out, _ = jiedu("check")
    assert "✗ off" in out
    assert "✓" not in out
    jiedu("check", "--strict", code=3)


def test_csv(jiedu: Shell) -> None:
    out, _ = jiedu("check", "draft.txt", *DAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["verdict"] for row in rows] == ["off", "holds", "unverifiable"]
    assert (rows[0]["low"], rows[2]["low"]) == ("2.05", "")


def test_an_imported_table_is_evidence(jiedu: Shell) -> None:
    table = "时期,汽车出口量(万辆)\n2023年1-6月,214\n"
    jiedu("import", jiedu.write("exports.csv", table), "--published", "2023-07-18")
    (found,) = findings(jiedu, "draft.txt", *DAY, "--rule", "level_growth")
    assert found["verdict"] == "holds"
    cell = found["evidence"][1]
    assert (cell["release"], cell["start"], cell["end"]) == ("exports", None, None)
    assert "(exports " in found["reason"]


def test_summary(jiedu: Shell) -> None:
    line = {"id": "p", "title": "稿", "date": "2024-07-20", "publisher": "统计局", "text": PLANTED}
    jiedu("read", jiedu.write("p.jsonl", json.dumps(line, ensure_ascii=False)))
    rows = findings(jiedu, "--summary")
    assert [row["by"] for row in rows] == ["rule", "rule", "rule", "publisher"]
    assert (rows[0]["name"], rows[0]["off"], rows[0]["claims"]) == ("growth_difference", 1, 1)
    total = {"holds": 1, "off": 1, "revised": 0, "comparable-basis": 0, "unverifiable": 1}
    assert rows[3] == {"by": "publisher", "name": "统计局", **total, "claims": 3}
    out, _ = jiedu("check", "--summary")
    assert out.split()[:3] == ["by", "name", "holds"]
    assert "统计局" in out


def test_a_word_document_is_checked_as_a_draft(jiedu: Shell) -> None:
    document = docx.Document()
    for line in PLANTED.split("\n"):
        document.add_paragraph(line)
    document.save(str(jiedu.folder / "draft.docx"))
    by_text, by_word = (findings(jiedu, name, *DAY, code=0) for name in ("draft.txt", "draft.docx"))
    assert by_word == by_text
    jiedu.write("damaged.docx", (jiedu.folder / "draft.docx").read_bytes()[:2000])
    _, errors = jiedu("check", "damaged.docx", *DAY, code=1)
    assert "damaged.docx: it is no Word document, or a damaged one" in errors
    out, _ = jiedu("read", "draft.docx", *DAY, "--format", "json")
    assert {row["release"] for row in json.loads(out)} == {"draft"}


WRONG = {
    "no date": (("draft.txt",), 1, "--published"),
    "a release that is not there": (("nothing",), 1, "'nothing'"),
    "no day": (("draft.txt", "--published", "soon"), 2, "--published"),
    "no rule": (("draft.txt", *DAY, "--rule", "guess"), 2, "growth_difference"),
    "no verdict": (("draft.txt", *DAY, "--verdict", "wrong"), 2, "holds"),
    "a page of all": (("--html", "a.html"), 2, "one text"),
    "a page of two": (("a", "draft.txt", *DAY, "--html", "a.html"), 2, "one text"),
    "a page that has no place": (("a", "--html", "no/a.html"), 1, "no/a.html"),
    "a log that has no place": (("a", "--sarif", "no/a.sarif"), 1, "no/a.sarif"),
}


@pytest.mark.parametrize(("options", "code", "words"), WRONG.values(), ids=WRONG)
def test_wrong_calls(jiedu: Shell, options: tuple[str, ...], code: int, words: str) -> None:
    out, errors = jiedu("check", *options, code=code)
    assert words in errors
    assert out == ""


def test_without_a_store(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    _, errors = shell("check", shell.write("draft.txt", TRUE), *DAY, code=1)
    assert "store" in errors

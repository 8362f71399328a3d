"""``jiedu track`` and ``jiedu judge``, as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

INTERVIEW = (
    "记者：请问下一步有何打算？\n"
    "张明：下一步，重点做好以下工作。\n"
    "一是加快网络建设，开展“亮网”专项行动。到2025年底，5G基站达到400万个。\n"
    "二是会同财政部门支持企业改造。\n"
)
LATER = "“亮网”专项行动今天启动。截至5月底，全国5G基站总数达450万个。\n"


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("read", shell.write("a.txt", INTERVIEW), "--published", "2024-03-05")
    shell("read", shell.write("b.txt", LATER), "--published", "2025-06-01")
    return shell


def entries(jiedu: Shell, *options: str) -> list[dict[str, Any]]:
    out, _ = jiedu("track", "--format", "json", *options)
    found = json.loads(out)
    assert isinstance(found, list)
    return found


def clauses(jiedu: Shell, *options: str) -> list[str]:
    return [str(entry["text"]) for entry in entries(jiedu, *options)]


def test_each_measure_has_its_outcomes(jiedu: Shell) -> None:
    found = {entry["text"]: entry for entry in entries(jiedu, "--as-of", "2025-12-01")}
    goal = found["5G基站达到400万个"]
    (outcome,) = goal["outcomes"]
    assert goal["targets"] == [outcome["target"]]
    assert (outcome["outcome"], outcome["percent"]) == ("achieved", 112.5)
    assert outcome["evidence"][0]["release"] == "b"
    assert "450万个" in outcome["evidence"][0]["sentence"]
    (begun,) = found["开展“亮网”专项行动"]["outcomes"]
    assert (begun["target"], begun["outcome"]) == (None, "progress")


FILTERS = {
    "owner": (("--owner", "财政"), ["会同财政部门支持企业改造"]),
    "instrument": (("--instrument", "亮网"), ["开展“亮网”专项行动"]),
    "status": (("--status", "achieved"), ["5G基站达到400万个"]),
    "due": (("--due", "2026-01-01"), ["5G基站达到400万个"]),
    "due before": (("--due", "2025-06-30"), []),
    "field": (("--field", "5g"), ["5G基站达到400万个"]),
    "targets": (("--targets",), ["5G基站达到400万个"]),
    "region": (("--region", "浙江"), []),
    "speaker": (("--speaker", "李明"), []),
    "another release": (("--release", "b"), []),
    "before it was known": (("--as-of", "2024-01-01"), []),
}


@pytest.mark.parametrize(("options", "expected"), FILTERS.values(), ids=FILTERS)
def test_filters(jiedu: Shell, options: tuple[str, ...], expected: list[str]) -> None:
    assert clauses(jiedu, *options) == expected


def test_the_table_is_by_speaker_and_point(jiedu: Shell) -> None:
    out, _ = jiedu("track", "--as-of", "2025-12-01")
    lines = [line.strip() for line in out.splitlines()]
    assert lines.index("张明 · 一是") < lines.index("张明 · 二是")
    assert any(line.startswith("✓ achieved") for line in lines)
    assert lines[-1].startswith("4 measures as of 2025-12-01")


def test_csv_has_one_row_an_outcome(jiedu: Shell) -> None:
    out, _ = jiedu("track", "--format", "csv", "--targets", "--as-of", "2025-12-01")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["outcome"], row["percent"], row["evidence_release"]) == ("achieved", "112.5", "b")


def test_nothing_is_told_and_not_an_empty_table(jiedu: Shell) -> None:
    _, errors = jiedu("track", "--owner", "教育部", code=1)
    assert "no such measure" in errors


def test_wrong_calls(jiedu: Shell) -> None:
    jiedu("track", "--due", "soon", code=2)
    jiedu("track", "--field", "fishing", code=2)
    _, errors = jiedu("track", "--release", "c", code=1)
    assert "'c'" in errors


def link(jiedu: Shell, text: str) -> tuple[str, str]:
    """A measure and its first evidence, as `jiedu judge` takes them."""
    entry = next(entry for entry in entries(jiedu) if entry["text"] == text)
    outcome = entry["outcomes"][0]
    target = f"#{outcome['target']}" if outcome["target"] is not None else ""
    place = outcome["evidence"][0]
    measure = f"{entry['release']}@{entry['start']}{target}"
    return measure, f"{place['release']}@{place['start']}-{place['end']}"


def test_a_rejected_link_stays_away(jiedu: Shell) -> None:
    jiedu("judge", "reject", *link(jiedu, "5G基站达到400万个"))
    (entry,) = entries(jiedu, "--targets", "--as-of", "2025-12-01")
    assert entry["outcomes"][0]["outcome"] == "announced"
    assert entry["outcomes"][0]["evidence"] == []


def test_a_confirmed_link_keeps_what_the_person_says(jiedu: Shell) -> None:
    measure, place = link(jiedu, "开展“亮网”专项行动")
    jiedu("judge", "confirm", measure, place, "--state", "achieved", "--note", "全面完成")
    (entry,) = entries(jiedu, "--instrument", "亮网")
    assert entry["outcomes"][0]["outcome"] == "achieved"
    assert "全面完成" in entry["outcomes"][0]["reason"]


def test_a_judged_link_shows_the_whole_sentence(jiedu: Shell) -> None:
    at = LATER.index("450")
    start = next(entry["start"] for entry in entries(jiedu) if entry["owner"] == "财政部门")
    place = f"b@{at}-{at + 3}"
    out, _ = jiedu("judge", "add", f"a@{start}", place, "--state", "progress")
    assert out == "added: 截至5月底，全国5G基站总数达450万个。\n"
    (entry,) = entries(jiedu, "--owner", "财政")
    assert entry["outcomes"][0]["evidence"][0]["start"] == at


def test_an_added_link_is_there(jiedu: Shell) -> None:
    entry = next(entry for entry in entries(jiedu) if entry["owner"] == "财政部门")
    measure = f"a@{entry['start']}"
    jiedu("judge", "add", measure, "b@0-11", "--state", "progress")
    (entry,) = entries(jiedu, "--owner", "财政")
    assert entry["outcomes"][0]["outcome"] == "progress"
    assert entry["outcomes"][0]["evidence"][0]["release"] == "b"


BAD_LINKS = {
    "no measure there": (("add", "a@1", "b@0-5", "--state", "progress"), 1),
    "no such release": (("add", "x@1", "b@0-5", "--state", "progress"), 1),
    "no such place": (("reject", "a@MEASURE", "b@0-9999"), 1),
    "no state": (("add", "a@MEASURE", "b@0-5"), 1),
    "no place": (("reject", "a@MEASURE", "b@5-5"), 2),
    "no offset": (("reject", "a", "b@0-5"), 2),
}


@pytest.mark.parametrize(("arguments", "code"), BAD_LINKS.values(), ids=BAD_LINKS)
def test_bad_links(jiedu: Shell, arguments: tuple[str, ...], code: int) -> None:
    first = str(entries(jiedu)[0]["start"])
    jiedu("judge", *(word.replace("MEASURE", first) for word in arguments), code=code)


def test_the_ledger_is_exported_with_the_fields_of_the_table(jiedu: Shell) -> None:
    jiedu("export", "m.csv", "--what", "commitments", "--as-of", "2025-12-01")
    table, _ = jiedu("track", "--format", "csv", "--as-of", "2025-12-01")
    assert (jiedu.folder / "m.csv").read_text("utf-8") == table
    jiedu("export", "m.csv", "--what", "commitments", "--indicator", "5G基站", code=2)


def test_show_has_the_measures_below_the_figures(jiedu: Shell) -> None:
    out, _ = jiedu("show", "a")
    lines = [line.strip() for line in out.splitlines()]
    assert "4 measures" in out
    assert lines.index("张明 · 一是") < lines.index("张明 · 二是")
    assert any(line.startswith("5G基站达到400万个") and "due 2025-12-31" in line for line in lines)
    assert "张明 · 一是" not in jiedu("show", "a", "--what", "figures")[0]
    assert "400" not in jiedu("show", "a", "--what", "measures")[0].split("张明")[0]


def test_show_prints_figures_or_measures_for_programs(jiedu: Shell) -> None:
    def shown(*options: str) -> list[dict[str, Any]]:
        found = json.loads(jiedu("show", "a", "--format", "json", *options)[0])
        assert isinstance(found, list)
        return found

    assert shown() == shown("--what", "figures")
    measures = shown("--what", "measures")
    assert [row["text"] for row in measures] == clauses(jiedu, "--release", "a")
    assert "outcomes" not in measures[0]
    table, _ = jiedu("show", "a", "--what", "measures", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    goal = next(row for row in measures if row["targets"])
    assert [row["targets"] for row in rows if row["targets"]] == [str(goal["targets"][0])]


def test_show_marks_measures_in_the_annotated_text(jiedu: Shell) -> None:
    jiedu("show", "a", "--html", "a.html")
    page = (jiedu.folder / "a.html").read_text("utf-8").partition("<main>")[2]
    assert page.count('class="measure"') == 4
    assert "期限：2025" in page


@pytest.mark.usefixtures("font")
def test_a_picture_of_the_ledger(jiedu: Shell) -> None:
    out, _ = jiedu("track", "--plot", "due.svg", "--targets", "--as-of", "2025-12-01")
    assert out == "due.svg: 1 measure\n"
    assert "<svg" in (jiedu.folder / "due.svg").read_text("utf-8")
    out, _ = jiedu("track", "--plot", "due.png", "--limit", "3")
    assert out == "due.png: 3 measures, 1 more left out: narrow the filters\n"


def test_a_calendar_of_the_ledger(jiedu: Shell) -> None:
    def uids(*options: str) -> list[str]:
        jiedu("track", "--ics", "due.ics", "--as-of", "2025-12-01", *options)
        calendar = Calendar.from_ical((jiedu.folder / "due.ics").read_bytes())
        return [str(event["uid"]) for event in calendar.walk("VEVENT")]

    (goal,) = entries(jiedu, "--targets")
    assert uids() == []  # its figure is reached
    assert uids("--all") == [f"a-{goal['start']}@jiedu"]


def test_rows_are_printed_beside_the_files(jiedu: Shell) -> None:
    out, _ = jiedu("track", "--ics", "due.ics", "--format", "json", "--targets")
    assert len(json.loads(out)) == 1
    assert (jiedu.folder / "due.ics").exists()


def test_wrong_files(jiedu: Shell) -> None:
    _, errors = jiedu("track", "--plot", "due.gif", code=1)
    assert ".png, .svg, .pdf" in errors
    _, errors = jiedu("track", "--ics", "nowhere/due.ics", code=1)
    assert "make its folder first" in errors
    _, errors = jiedu("track", "--owner", "教育部", "--plot", "due.png", code=1)
    assert "no such measure" in errors
    assert not (jiedu.folder / "due.png").exists()

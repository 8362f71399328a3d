"""SARIF 2.1.0: what its schema requires, checked by hand, and that regions are where they say."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from jiedu.checks import RULES
from jiedu.cli.sarif import write_sarif
from jiedu.errors import InputError
from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Finding

LEVELS = {"error", "note", "none", "warning"}
KINDS = {"fail", "open", "pass", "review", "informational", "notApplicable"}
EARLIER = "上半年，规模以上工业增加值同比增长3.8%。截至2022年底，汽车出口量为100万辆。"
TEXT = (
    "𠮷省情况\r\n上半年，规模以上工业增加值同比增长6.0%，比去年同期加快3.2个百分点。\n\n"
    "6月，汽车销量255.2万辆。6月，新能源汽车销量104.9万辆，占汽车总销量的41.1%。\n"
    "上半年，我国汽车出口量279.3万辆，同比增长30.5%。\n"
    "上半年，社会消费品零售总额235969亿元，同比增长3.7%。"
).replace("\r\n", "\n")
RETAIL = "上半年，社会消费品零售总额226000亿元。"


def release(text: str, name: str, day: date) -> Release:
    return Release(name, "标题", day, text, digest(text))


@pytest.fixture
def checked(tmp_path: Path) -> tuple[Release, list[Finding]]:
    with Writer(tmp_path / "store.db") as writer:
        for name, text in (("工业 2023", EARLIER), ("retail", RETAIL)):
            writer.save(process(release(text, name, date(2023, 7, 20))), "one")
    draft = release(TEXT, "draft", date(2024, 7, 20))
    return draft, check_reading(process(draft), View(tmp_path / "store.db"))


def log(tmp_path: Path, draft: Release, file: str | None, found: list[Finding]) -> dict[str, Any]:
    path = tmp_path / "out.sarif"
    write_sarif(path, [(draft, file, found)])
    made = json.loads(path.read_text("utf-8"))
    assert isinstance(made, dict)
    return made


def test_what_the_schema_requires(tmp_path: Path, checked: tuple[Release, list[Finding]]) -> None:
    made = log(tmp_path, checked[0], "drafts/稿 1.txt", checked[1])
    assert made["version"] == "2.1.0"
    assert made["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = made["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "jiedu"
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert "Limits" in rule["help"]["text"]
        assert "`" not in rule["help"]["text"]
    for result in run["results"]:
        assert result["message"]["text"]
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["kind"] in KINDS
        assert result["kind"] == "fail" or result["level"] == "none"
        assert len(result["partialFingerprints"]["jiedu/v1"]) == 64
        for place in [*result["locations"], *result["relatedLocations"]]:
            where = place["physicalLocation"]
            assert where["artifactLocation"]["uri"].isascii()
            assert " " not in where["artifactLocation"]["uri"]
            region = where.get("region", {})
            assert region.get("charOffset", 0) >= 0
            assert region.get("startLine", 1) >= 1
            assert region.get("startColumn", 1) >= 1
        ids = [place["id"] for place in result["relatedLocations"]]
        assert len(set(ids)) == len(ids)


def test_levels_and_what_is_left_out(
    tmp_path: Path, checked: tuple[Release, list[Finding]]
) -> None:
    made = log(tmp_path, checked[0], "draft.txt", checked[1])
    told = [
        (result["ruleId"], result["level"], result["kind"]) for result in made["runs"][0]["results"]
    ]
    assert told == [
        ("growth_difference", "error", "fail"),
        ("level_growth", "none", "open"),
        ("level_growth", "note", "fail"),
    ]


def test_regions_are_where_the_numerals_are(
    tmp_path: Path, checked: tuple[Release, list[Finding]]
) -> None:
    made = log(tmp_path, checked[0], "draft.txt", checked[1])
    for result, numeral in zip(made["runs"][0]["results"], ("3.2", "30.5", "3.7"), strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert TEXT[start : start + region["charLength"]] == numeral == region["snippet"]["text"]
        line = TEXT.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == numeral
        assert region["endLine"] == region["startLine"]


def test_evidence_stands_beside_it(tmp_path: Path, checked: tuple[Release, list[Finding]]) -> None:
    made = log(tmp_path, checked[0], None, checked[1])
    result = made["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "jiedu:draft"
    own, other = result["relatedLocations"]
    assert own["physicalLocation"]["artifactLocation"]["uri"] == "jiedu:draft"
    assert other["physicalLocation"]["artifactLocation"]["uri"].startswith("jiedu:%E5")
    assert other["message"]["text"].startswith("工业 2023, 2023-07-20: 上半年")


def test_a_result_is_known_again_when_the_text_before_it_has_changed(
    tmp_path: Path, checked: tuple[Release, list[Finding]]
) -> None:
    draft, found = checked
    before = log(tmp_path, draft, "draft.txt", found)["runs"][0]["results"][0]
    moved = release("新的开头。\n" + TEXT, "draft", draft.published)
    again = check_reading(process(moved), View(tmp_path / "store.db"))
    after = log(tmp_path, moved, "draft.txt", again)["runs"][0]["results"][0]
    assert after["partialFingerprints"] == before["partialFingerprints"]
    assert after["locations"] != before["locations"]


def test_an_absolute_path_is_a_file_address(
    tmp_path: Path, checked: tuple[Release, list[Finding]]
) -> None:
    made = log(tmp_path, checked[0], str(tmp_path / "稿.txt"), checked[1])
    place = made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")


def test_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_sarif(tmp_path / "no" / "out.sarif", [])

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from shell import Shell

from jiedu.cli import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "通信业平稳运行\n截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。\n"


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def rows(text: str) -> list[dict[str, object]]:
    found = json.loads(text)
    assert isinstance(found, list)
    return found


def test_help_names_every_command(jiedu: Shell) -> None:
    out, _ = jiedu("--help")
    for command in COMMANDS:
        assert command in out
        assert "Usage" in jiedu(command, "--help")[0]


def test_read_show_and_series(jiedu: Shell) -> None:
    name = jiedu.write("july.txt", TEXT)
    out, _ = jiedu("read", name, "--published", "2023-07-20")
    assert "5G基站" in out
    assert "2,937,000" in out
    out, _ = jiedu("show", "july", "--format", "json")
    level, growth = rows(out)
    assert level["indicator"] == "5G基站总数"
    assert (level["start"], level["end"]) == (TEXT.index("293.7"), TEXT.index("293.7") + 5)
    assert level["value"] == 2937000
    assert level["period"] == "2023-06-30"
    assert growth["value"] == 6.2
    assert growth["basis"] == "yoy"
    assert growth["sentence"] == "上半年，电信业务收入同比增长6.2%。"
    assert level["published"] == "2023-07-20"
    out, _ = jiedu("series", "5G基站", "--format", "json")
    assert [row["value"] for row in rows(out)] == [2937000]


def test_reading_again_changes_nothing(jiedu: Shell) -> None:
    name = jiedu.write("july.txt", TEXT)
    first, _ = jiedu("read", name, "--published", "2023-07-20")
    second, _ = jiedu("read", name, "--published", "2023-07-20")
    assert "new" in first.splitlines()[-1]
    assert "unchanged" in second.splitlines()[-1]


def test_formats_for_programs(jiedu: Shell) -> None:
    name = jiedu.write("july.txt", TEXT)
    as_json = rows(jiedu("read", name, "--published", "2023-07-20", "--format", "json")[0])
    lines = jiedu("read", name, "--published", "2023-07-20", "--format", "jsonl")[0]
    assert [json.loads(line) for line in lines.splitlines()] == as_json
    table = jiedu("read", name, "--published", "2023-07-20", "--format", "csv")[0]
    cells = list(csv.DictReader(io.StringIO(table)))
    assert [row["indicator"] for row in cells] == [row["indicator"] for row in as_json]


def test_standard_input(jiedu: Shell) -> None:
    out, _ = jiedu("read", "-", "--published", "2023-07-20", data=TEXT)
    assert "2 figures" in out


def test_show_writes_the_annotated_text(jiedu: Shell) -> None:
    text = TEXT.replace("通信业", "<b>通信业</b>")
    jiedu("read", jiedu.write("july.txt", text), "--published", "2023-07-20")
    jiedu("show", "july", "--html", "page.html")
    page = (jiedu.folder / "page.html").read_text(encoding="utf-8")
    assert page.count("<mark") == 2
    assert ">293.7</mark>" in page
    assert "<b>" not in page
    assert "&lt;b&gt;" in page


def test_series_as_of_and_vintages(jiedu: Shell) -> None:
    jiedu("read", jiedu.write("a.txt", TEXT), "--published", "2023-07-20")
    again = "8月发布：截至6月底，5G基站总数达293.8万个。"
    jiedu("read", jiedu.write("b.txt", again), "--published", "2023-08-20")
    newest = rows(jiedu("series", "5G基站", "--format", "json")[0])
    assert [row["value"] for row in newest] == [2938000]
    known = rows(jiedu("series", "5G基站", "--as-of", "2023-08-01", "--format", "json")[0])
    assert [row["value"] for row in known] == [2937000]
    every = rows(jiedu("series", "5G基站", "--vintages", "--format", "json")[0])
    assert [row["release"] for row in every] == ["a", "b"]


@pytest.mark.usefixtures("font")
def test_series_as_a_picture(jiedu: Shell) -> None:
    jiedu("read", jiedu.write("a.txt", TEXT), "--published", "2023-07-20")
    out, _ = jiedu("series", "5G基站", "--plot", "a.svg", "--lang", "en", "--as", "bars")
    assert out == "a.svg: 1 figure\n"
    assert "5G base stations (million)" in (jiedu.folder / "a.svg").read_text("utf-8")
    assert "end it in .png" in jiedu("series", "5G基站", "--plot", "a.gif", code=1)[1]
    assert "make its folder" in jiedu("series", "5G基站", "--plot", "no/a.svg", code=1)[1]


def test_series_keep_regions_and_indicators_apart(jiedu: Shell) -> None:
    day, text = "2023-07-20", "上半年，软件业务收入1000亿元。上半年，电信业务收入800亿元。"
    provincial = "上半年，软件业务收入100亿元。"
    lines = [
        {"id": "cn", "date": day, "text": text},
        {"id": "js", "date": day, "region": "江苏省", "text": provincial},
    ]
    jiedu("read", jiedu.write("c.jsonl", "\n".join(map(json.dumps, lines))))
    found = rows(jiedu("series", "软件业务收入", "--format", "json")[0])
    assert [(row["region"], row["value"]) for row in found] == [(None, 100_000_000_000)]
    assert "see --region" in jiedu("series", "软件业务收入")[0]
    found = rows(jiedu("series", "软件业务收入", "--region", "江苏省", "--format", "json")[0])
    assert [(row["region"], row["value"]) for row in found] == [("江苏省", 10_000_000_000)]
    found = rows(jiedu("series", "业务收入", "--format", "json")[0])
    assert len(found) == 2
    assert "电信业务收入" in jiedu("series", "业务收入")[0]


@pytest.mark.parametrize("name", ["PPI", "prices.producer", "工业生产者出厂价格"])
def test_series_are_found_by_id_and_alias(jiedu: Shell, name: str) -> None:
    text = "6月份，工业生产者出厂价格指数同比下降5.4%。"
    jiedu("read", jiedu.write("a.txt", text), "--published", "2023-07-10")
    (row,) = rows(jiedu("series", name, "--format", "json")[0])
    assert row["value"] == -5.4


def test_series_as_of_a_day_before_a_text_was_changed(jiedu: Shell) -> None:
    jiedu("read", jiedu.write("a.txt", TEXT), "--published", "2023-07-20")
    changed = f"更正\n{TEXT}".replace("293.7", "293.8")
    jiedu("read", jiedu.write("a.txt", changed), "--published", "2023-09-01")
    (row,) = rows(jiedu("series", "5G基站", "--as-of", "2023-08-01", "--format", "json")[0])
    assert row["value"] == 2937000
    assert "293.7" in str(row["sentence"])


def test_only_sure_figures_are_shown_where_asked(jiedu: Shell) -> None:
    name = jiedu.write("july.txt", TEXT)
    jiedu("read", name, "--published", "2023-07-20")
    every = rows(jiedu("show", "july", "--format", "json")[0])
    assert [row["rule"] for row in every if row["confidence"] is None] == []
    least = max(float(str(row["confidence"])) for row in every)
    sure = rows(jiedu("show", "july", "--sure", str(least), "--format", "json")[0])
    assert 0 < len(sure) < len(every)
    assert rows(jiedu("show", "july", "--sure", "1", "--format", "json")[0]) == []
    _, errors = jiedu("series", "5G基站", "--sure", "1", code=1)
    assert "left by these filters" in errors
    assert "Invalid value" in jiedu("show", "july", "--sure", "2", code=2)[1]


def test_an_empty_question_is_a_wrong_call(jiedu: Shell) -> None:
    assert "it is empty" in jiedu("ask", " ", code=2)[1]


def test_annotate_writes_the_files_of_the_gold_standard(jiedu: Shell) -> None:
    source = jiedu.folder / "in"
    source.mkdir()
    documents = [{"id": "x", "title": "t", "date": "2023-07-20"}]
    (source / "docs.json").write_text(json.dumps(documents), encoding="utf-8")
    (source / "x.txt").write_text(TEXT, encoding="utf-8")
    jiedu("annotate", "in", "out")
    lines = (jiedu.folder / "out" / "x.observations.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["value"] for line in lines.splitlines()] == [2937000, 6.2]
    structure = json.loads((jiedu.folder / "out" / "x.structure.json").read_text(encoding="utf-8"))
    assert structure["turns"][0]["role"] == "heading"
    assert not jiedu.store.exists()


def test_annotate_explains_every_numeral(jiedu: Shell) -> None:
    (jiedu.folder / "in").mkdir()
    jiedu.write("in/docs.json", json.dumps([{"id": "x", "date": "2023-07-20"}]))
    jiedu.write("in/x.txt", "上半年，5G用户增长3.8%。")
    out, _ = jiedu("annotate", "in", "out", "--explain")
    assert "decided" in out
    assert "100.00%" in out
    lines = (jiedu.folder / "out" / "x.numerals.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["decision"] for line in lines] == ["name", "observation"]
    assert json.loads(lines[1]) == {
        "start": 10, "end": 13, "text": "3.8", "decision": "observation"
    }  # fmt: skip


def test_annotate_goes_on_behind_a_bad_document(jiedu: Shell) -> None:
    (jiedu.folder / "in").mkdir()
    documents = [
        {"id": "bytes", "date": "2023-07-20"},
        {"id": "missing", "date": "2023-07-20"},
        {"id": "undated"},
        {"id": "good", "date": "2023-07-20"},
    ]
    jiedu.write("in/docs.json", json.dumps(documents))
    jiedu.write("in/bytes.txt", b"\xff\xff\xfe\x81 \xff\xff" * 20)
    jiedu.write("in/undated.txt", TEXT)
    jiedu.write("in/good.txt", TEXT)
    _, errors = jiedu("annotate", "in", "out", code=1)
    for line, name in zip(errors.splitlines(), ("bytes", "missing", "undated"), strict=True):
        assert name in line
    assert {path.name.split(".")[0] for path in (jiedu.folder / "out").iterdir()} == {"good"}


@pytest.mark.parametrize("documents", ["", "{", "{}", "[1]", '[{"id": 1}]', '[{"id": "../x"}]'])
def test_annotate_needs_a_list_of_documents(jiedu: Shell, documents: str) -> None:
    (jiedu.folder / "in").mkdir()
    jiedu.write("in/docs.json", documents)
    _, errors = jiedu("annotate", "in", "out", code=1)
    assert len(errors.splitlines()) == 1


def test_annotate_loads_no_database() -> None:
    script = "import jiedu.cli.annotate, sys; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_demo_goes_through_the_loop(jiedu: Shell) -> None:
    out, _ = jiedu("demo")
    for step in ("1. read", "2. one release", "3. one series", "4. go on", "█"):
        assert step in out
    assert not jiedu.store.exists()


BAD = [
    ("empty.txt", b"", "the document is empty"),
    ("binary.txt", bytes(range(32)) * 40, "binary file"),
    ("unknown.txt", b"\xff\xff\xfe\x81 \xff\xff" * 20, "no known encoding"),
    ("undated.txt", "上半年，电信业务收入增长6.2%。".encode(), "--published"),
]


@pytest.mark.parametrize(("name", "data", "what"), BAD)
def test_bad_input_is_one_clear_line(jiedu: Shell, name: str, data: bytes, what: str) -> None:
    _, errors = jiedu("read", jiedu.write(name, data), code=1)
    (line,) = errors.splitlines()
    assert line.startswith(f"jiedu: {name}")
    assert what in line


def test_a_folder_without_texts(jiedu: Shell) -> None:
    (jiedu.folder / "nothing").mkdir()
    _, errors = jiedu("read", "nothing", code=1)
    assert "holds no texts" in errors


def test_a_broken_line_is_named_and_the_rest_is_saved(jiedu: Shell) -> None:
    row = {"id": "a", "title": "", "date": "2023-07-20", "text": TEXT}
    lines = [json.dumps(row), "{broken", json.dumps(row | {"id": "b"})]
    out, errors = jiedu("read", jiedu.write("c.jsonl", "\n".join(lines)), code=1)
    assert "c.jsonl:2: the line is no JSON" in errors
    assert "2 releases" in out
    assert len(rows(jiedu("show", "b", "--format", "json")[0])) == 2


def test_a_text_without_a_figure_is_saved(jiedu: Shell) -> None:
    out, _ = jiedu("read", jiedu.write("plain.txt", "没有数字。"), "--published", "2023-07-20")
    assert "no figure" in out
    assert jiedu("show", "plain", "--format", "json")[0].strip() == "[]"


def test_a_numeral_of_forty_digits_is_left_out(jiedu: Shell) -> None:
    text = f"{TEXT}编号{'1234567890' * 4}号。\n"
    out, _ = jiedu("read", jiedu.write("long.txt", text), "--published", "2023-07-20")
    assert "2 figures" in out


def test_a_text_cannot_command_the_terminal(jiedu: Shell) -> None:
    text = f"[/b]标题\x1b[31m[red]\n{TEXT}"
    name = jiedu.write("july.txt", text)
    out, _ = jiedu("read", name, "--published", "2023-07-20")
    assert "[/b]标题[31m[red]" in out
    assert "\x1b" not in out + jiedu("show", "july")[0]


def test_an_output_without_chinese(jiedu: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    name = jiedu.write("july.txt", TEXT)
    out, _ = jiedu("read", name, "--published", "2023-07-20", "--format", "json")
    assert [row["unit"] for row in rows(out)] == ["个", "%"]


def test_wrong_calls(jiedu: Shell) -> None:
    jiedu("read", code=2)
    jiedu("nonsense", code=2)
    jiedu("read", "x.txt", "--format", "xml", code=2)
    assert "YYYY-MM-DD" in jiedu("read", "x.txt", "--published", "soon", code=2)[1]
    assert "YYYY-MM-DD" in jiedu("series", "5G基站", "--as-of", "soon", code=2)[1]
    assert "read something first" in jiedu("show", "x", code=1)[1]
    jiedu("read", jiedu.write("july.txt", TEXT), "--published", "2023-07-20")
    assert "july" in jiedu("show", "jul", code=1)[1]
    assert "near ones" in jiedu("series", "5G基坫", code=1)[1]


TABLE = "指标,2023年6月,2023年7月\n5G基站（万个）,293.7,305.5\n"


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
def test_exports_can_be_imported_and_are_the_same(jiedu: Shell, ending: str) -> None:
    jiedu("read", jiedu.write("a.txt", TEXT), "--published", "2023-07-20")
    jiedu("export", f"a.{ending}")
    jiedu.store = jiedu.folder / "other.db"
    assert "2 figures  new" in jiedu("import", f"a.{ending}", "--published", "2023-07-20")[0]
    assert "unchanged" in jiedu("import", f"a.{ending}", "--published", "2023-07-20")[0]
    jiedu("export", f"b.{ending}", "--tables")
    again = jiedu("import", f"b.{ending}", "--published", "2023-07-20")[0]
    assert "2 figures" in again
    if ending != "xlsx":  # a workbook holds the time it was made
        first, second = (jiedu.folder / f"{name}.{ending}" for name in "ab")
        assert first.read_bytes() == second.read_bytes()


def test_tables_are_reference_series(jiedu: Shell) -> None:
    name = jiedu.write("t.csv", TABLE)
    jiedu("import", name, "--published", "2023-08-20", "--publisher", "工业和信息化部")
    found = rows(jiedu("series", "5G基站", "--tables", "--format", "json")[0])
    assert [(row["period"], row["value"]) for row in found] == [
        ("2023-06-30", 2_937_000),
        ("2023-07-31", 3_055_000),
    ]
    assert "B2" in jiedu("series", "5G基站", "--tables")[0]


def test_one_bad_table_stops_no_other(jiedu: Shell) -> None:
    bad, good = jiedu.write("bad.csv", TABLE.replace("293.7", "abc")), jiedu.write("t.csv", TABLE)
    out, errors = jiedu("import", bad, good, "--published", "2023-08-20", code=1)
    assert "B2" in errors
    assert "2 figures  new" in out


def test_a_snapshot_is_queried(jiedu: Shell) -> None:
    jiedu("read", jiedu.write("a.txt", TEXT), "--published", "2023-07-20")
    assert "2 figures" in jiedu("snapshot", "snap")[0]
    sql = "SELECT value_text FROM figures WHERE unit = '个'"
    assert rows(jiedu("query", "snap", sql, "--format", "json")[0]) == [{"value_text": "2937000"}]
    assert "--limit" in jiedu("query", "snap", "FROM figures", "--limit", "1")[1]
    _, errors = jiedu("query", "snap", "SELECT * FROM read_csv('a.txt')", code=1)
    assert "sees the table figures" in errors

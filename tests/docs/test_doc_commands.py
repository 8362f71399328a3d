"""Every command that the documents show is run, and says what they show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from doc_blocks import Command, commands_of, difference
from doc_runs import ROOT, Stage, documents, reason_not_to_run, settings, status_of
from documents_made import BODY, TITLE, Typesetter

from jiedu.cli import output
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path

if TYPE_CHECKING:
    from jiedu.briefings.fonts import Font

BULLETIN = "\n\n".join((TITLE, "发布时间：2023-07-20", *BODY))
SHOWING = [path for path in documents() if commands_of(path)]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("docs") / "samples.db"
    with samples_path() as path:
        for _ in read_into(store, read_sources([str(path)])):
            pass
    return store


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, font: Font) -> Path:
    """Documents of the kinds that take a program to write."""
    folder = tmp_path_factory.mktemp("made")
    for name in ("notice", "draft"):
        document = docx.Document()
        document.add_paragraph("2024年上半年通信业运行情况")
        document.add_paragraph("发布时间：2024-07-20")
        document.add_paragraph("上半年，电信业务收入累计完成8941亿元，同比增长3%。")
        document.save(str(folder / f"{name}.docx"))
    setter = Typesetter(font.families[0], {Path(file).parent for file in font.files})
    (folder / "report.pdf").write_bytes(setter.set(BULLETIN))
    return folder


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", SHOWING, ids=name_of)
def test_what_a_document_shows_is_so(
    document: Path, samples: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIEDU_STORE", "store.db")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(output.console, "width", 120)  # it was made before, by whatever ran first
    for name in ("JIEDU_ASSIST_URL", "JIEDU_ASSIST_MODEL"):
        monkeypatch.setenv(name, "")  # put back what the document sets
    stage = Stage.of(document, tmp_path, samples, made)
    wrong: list[str] = []
    for command in commands_of(document):
        if reason_not_to_run(command) is not None:
            continue
        place = f"{name_of(document)}:{command.line}: {command.words}"
        ran = stage.run(command.parts)
        if ran.code != status_of(command):
            wrong.append(f"{place}\nends with {ran.code}\n" + "\n".join(ran.lines[-6:]))
        elif command.shown is not None and (why := difference(command.shown, ran.lines)):
            wrong.append(f"{place}\n{why}")
    assert not wrong, "\n\n".join(wrong)


def test_both_languages_show_the_same_commands() -> None:
    for document in SHOWING:
        other = document.with_name(f"{document.stem}.zh-CN.md")
        if ".zh-CN" not in document.name and other.exists():
            assert called(document) == called(other)


def called(document: Path) -> list[list[str]]:
    """The commands of a document without what they are told, which may be in its language."""
    return [command.parts[:2] for command in commands_of(document)]


@pytest.mark.parametrize("kind", ["unrun", "status"])
def test_every_exception_is_needed(kind: str) -> None:
    """A declaration that no command needs is taken out, and each says why it is there."""
    told = [command.words for path in SHOWING for command in commands_of(path)]
    for row in settings().get(kind, []):
        assert row["reason"]
        assert any(row["holds"] in words for words in told), row


DIFFERENT: list[tuple[str, str, bool]] = [
    ("a\nb", "a\nb", True),
    ("a  \nb\n", "a\nb\n\n", True),
    ("a", "a\nb", False),
    ("a\n…", "a\nb\nc", True),
    ("…\nc", "a\nb\nc", True),
    ("a\n…\nc", "a\nc", True),
    ("a\nc", "a\nb\nc", False),
    ("a…c", "abbc", True),
    ("a…d", "abbc", False),
    ("  · … progress", "  · … progress", True),
    ("b", "", False),
    ("", "", True),
]


@pytest.mark.parametrize(("shown", "told", "same"), DIFFERENT)
def test_what_is_shown_and_what_is_told(shown: str, told: str, same: bool) -> None:
    assert (not difference(shown.splitlines(), told.splitlines())) is same


def test_the_commands_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "```console\n$ jiedu ask \\\n>   什么\nanswer\n$ jiedu demo\n```\n"
        "```shell\n# remark\njiedu read a   # remark\njiedu show b \\\n  --html c\n```\n"
        "```json\njiedu\n```\n"
    )
    assert commands_of(path) == [
        Command(2, "jiedu ask 什么", ["answer"]),
        Command(5, "jiedu demo", None),
        Command(9, "jiedu read a   # remark", None),
        Command(10, "jiedu show b  --html c", None),
    ]
    assert commands_of(path)[2].parts == ["jiedu", "read", "a"]

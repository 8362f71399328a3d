"""``jiedu brief`` as a user calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

OLD = "一季度，规上工业增加值同比增长3.0%。截至3月底，5G基站达264.1万个。\n下一步，新建500家绿色工厂。"
NEW = "上半年，规上工业增加值同比增长3.8%。截至6月底，5G基站达293.7万个。\n下一步，新建800家绿色工厂。"


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("read", shell.write("q1.txt", OLD), "--published", "2023-04-20")
    shell("read", shell.write("h1.txt", NEW), "--published", "2023-07-20")
    return shell


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx", "a.pdf"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_in_both_languages(jiedu: Shell, name: str, language: str) -> None:
    out, errors = jiedu("brief", "h1", "-o", name, "--lang", language)
    assert out.split("\n")[0] == name
    assert not errors
    assert (jiedu.folder / name).stat().st_size > 1_000


def test_the_release_it_is_compared_with(jiedu: Shell) -> None:
    jiedu("brief", "h1", "-o", "a.md", "--against", "q1")
    assert "800家[^" in (jiedu.folder / "a.md").read_text("utf-8")
    assert "上次500家" in (jiedu.folder / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["h2", "-o", "a.md"], 1, "near ones: h1"),
        (["h1", "-o", "a"], 1, "end it in .md, .html, .docx, .pdf"),
        (["h1", "-o", "a.doc"], 1, "end it in .md, .html, .docx, .pdf"),
        (["h1", "-o", "none/a.md"], 1, "make its folder first"),
        (["h1"], 2, "--output"),
        (["h1", "-o", "a.md", "--lang", "fr"], 2, "fr"),
        (["h1", "-o", "a.md", "--as-of", "2023-01-01"], 1, "give a later --as-of"),
        (["h1", "-o", "a.md", "--as-of", "soon"], 2, "YYYY-MM-DD"),
        (["h1", "-o", "a.md", "--against", "h1"], 1, "not compared with itself"),
        (["q1", "-o", "a.md", "--against", "h1"], 1, "it was published later"),
        (["h1", "-o", "a.md", "--against", "x"], 1, "no release 'x'"),
    ],
)
def test_what_goes_wrong(jiedu: Shell, arguments: list[str], code: int, said: str) -> None:
    _, errors = jiedu("brief", *arguments, code=code)
    assert said in errors
    assert not (jiedu.folder / "a.md").exists()

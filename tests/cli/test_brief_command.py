"""``jiedu brief`` as a user calls it."""

from __future__ import annotations

import pytest
from shell import Shell

OLD = """\
一季度，规模以上工业增加值同比增长3.0%。截至3月底，5G基站达到264.1万个。
下一步，一是今年新建500家绿色工厂。二是开展“银发玩具”专项行动。
"""
NEW = """\
上半年，规模以上工业增加值同比增长3.8%。截至6月底，5G基站达到293.7万个。
下一步，一是今年新建800家绿色工厂。二是组织“童玩中国”消费季。
"""


@pytest.fixture(scope="module")
def jiedu(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("brief"))
    for name, text, day in (("q1", OLD, "2023-04-20"), ("h1", NEW, "2023-07-20")):
        shell("read", shell.write(f"{name}.txt", text), "--published", day)
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
    jiedu("brief", "h1", "-o", "compared.md", "--against", "q1")
    assert "（上次500家）" in (jiedu.folder / "compared.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["h2", "-o", "wrong.md"], 1, "near ones: h1"),
        (["h1", "-o", "a"], 1, "end it in .md, .html, .docx, .pdf"),
        (["h1", "-o", "a.doc"], 1, "end it in .md, .html, .docx, .pdf"),
        (["h1", "-o", "none/wrong.md"], 1, "make its folder first"),
        (["h1"], 2, "--output"),
        (["h1", "-o", "wrong.md", "--lang", "fr"], 2, "fr"),
        (["h1", "-o", "wrong.md", "--as-of", "2023-01-01"], 1, "give a later --as-of"),
        (["h1", "-o", "wrong.md", "--as-of", "soon"], 2, "YYYY-MM-DD"),
        (["h1", "-o", "wrong.md", "--against", "h1"], 1, "not compared with itself"),
        (["q1", "-o", "wrong.md", "--against", "h1"], 1, "it was published later"),
        (["h1", "-o", "wrong.md", "--against", "x"], 1, "no release 'x'"),
    ],
)
def test_what_goes_wrong(jiedu: Shell, arguments: list[str], code: int, said: str) -> None:
    _, errors = jiedu("brief", *arguments, code=code)
    assert said in errors
    assert not (jiedu.folder / "wrong.md").exists()

"""The reference in ``docs/reference``, made from the code: ``make docs`` writes it."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import typer

from jiedu.catalogue import indicators
from jiedu.checks import RULES, VERDICTS_ZH
from jiedu.cli import COMMANDS, app
from jiedu.exports.answer_rows import HIT_FIELDS
from jiedu.exports.comparison_rows import DIFF_FIELDS
from jiedu.exports.notice_rows import NOTICE_FIELDS
from jiedu.exports.rows import COMMITMENT_FIELDS
from jiedu.model import (
    FIELDS,
    FINDING_FIELDS,
    LEDGER_FIELDS,
    FindingRow,
    LedgerRow,
    NoticeKind,
    Record,
    State,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
_MADE = "<!-- made from the code by `make docs`; change the code -->"
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", re.M)


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {
        "commands.md": _page("Commands and options", _commands()),
        "fields.md": _page("Fields of rows and of JSON", _fields()),
        "indicators.md": _page("The catalogue of indicators", _indicators()),
        "rules.md": _page("Rules of checks", _rules()),
    }


def _page(title: str, parts: Iterable[str]) -> str:
    return "\n\n".join((f"# {title}", _MADE, *parts)) + "\n"


def _commands() -> Iterator[str]:
    yield (
        "`jiedu [--store PATH] COMMAND …`. The store is a file, or `postgresql://USER@HOST/DATABASE`;"
        " else `$JIEDU_STORE`, else a file in the user's data folder. Exit status: 0; 1 where"
        " something failed, which stands on the standard error; 2 for a wrong call; 3 where a check"
        " found a contradiction and `--strict` is on."
    )
    group: Any = typer.main.get_command(app)
    for name, told in COMMANDS.items():
        command = group.get_command(None, name)
        yield f"## jiedu {name}\n\n{told}"
        rows = [_parameter(each) for each in command.params if not each.hidden]
        if rows:
            yield _table(("argument or option", "is", "default"), rows)


def _parameter(each: Any) -> tuple[str, str, str]:
    """A row of a table: how it is written, what it is, what it is where it is not given."""
    argument = each.param_type_name == "argument"
    names = ", ".join(f"`{name}`" for name in (*each.opts, *each.secondary_opts))
    value = _value(each)
    written = f"`{each.metavar or each.name.upper()}`" if argument else names
    if value and not argument:
        written = f"{names} `{value}`"
    told = each.help or ""
    if argument and value and value.startswith("{"):
        told = f"{told} One of `{value}`."
    if each.multiple:
        told = f"{told} May be given again."
    default = each.default.value if isinstance(each.default, Enum) else each.default
    needed = "needed" if each.required else ""
    shown = each.show_default and default not in (None, False, (), [])
    return written, told, f"`{default}`" if shown and not needed else needed


def _value(each: Any) -> str:
    """What stands behind an option: its name, or the words that may."""
    if getattr(each, "is_flag", False):
        return ""
    kind = _plain(each.type_descriptor.annotation)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "{" + "|".join(str(item.value) for item in kind) + "}"
    if each.metavar:
        return str(each.metavar)
    return {"int": "N", "float": "N", "Path": "FILE"}.get(getattr(kind, "__name__", ""), "WORDS")


def _plain(annotation: Any) -> Any:
    """The type itself, out of ``list[X]`` and ``X | None``."""
    while get_origin(annotation) is not None or hasattr(annotation, "__args__"):
        inner = [each for each in get_args(annotation) if each is not type(None)]
        if not inner or (get_origin(annotation) is Union and len(inner) > 1):
            break
        annotation = inner[0]
    return annotation


def _fields() -> Iterator[str]:
    yield (
        "Decimals are written digit by digit; offsets count code points of the release's text, the"
        " end exclusive; periods are ISO 8601, inclusive; days are ISO 8601. A field that does not"
        " apply is null."
    )
    yield _described("A figure: `read`, `show`, `series`, `export`", FIELDS, Record)
    yield _described(
        "A measure with its outcomes, flat: `track --format csv`, `export --what commitments`",
        LEDGER_FIELDS,
        LedgerRow,
    )
    yield (
        "### A measure as JSON: `track --format json`\n\n"
        f"{_named(COMMITMENT_FIELDS)}, `region`, and `outcomes`: one for each target, or one whose"
        " `target` is null, each with `target`, `outcome`"
        f" ({_named(state.value for state in State)}), `percent`, `evidence` (each with `release`,"
        " `start`, `end`, `sentence`) and `reason`."
    )
    yield _described("A finding, flat: `check --format csv`", FINDING_FIELDS, FindingRow)
    yield (
        "### A finding as JSON: `check --format json`\n\n`rule`, `verdict`"
        f" ({_named(verdict.value for verdict in Verdict)}), `stated`, `expected` (the least and"
        " the most), `claim` (a figure), `evidence` (figures), `reason`."
    )
    kinds = _table(("kind", "is"), [(f"`{kind.value}`", _said(kind)) for kind in NoticeKind])
    yield f"### What is new: `watch --format jsonl`\n\n{_named(NOTICE_FIELDS)}.\n\n{kinds}"
    yield (
        "### An answer: `ask --format json`\n\n`question`, `answer`, `value`, `unit`,"
        " `observations` (figures), `commitments` (measures), `reason`, `assisted`."
    )
    yield f"### A change: `diff --format json`\n\n{_named(DIFF_FIELDS)}."
    yield f"### A place: `search --format json`\n\n{_named(HIT_FIELDS)}."


def _said(kind: NoticeKind) -> str:
    """What the code says of a kind of notice, which stands below it there."""
    source = (Path(__file__).parents[1] / "src/jiedu/model/notice.py").read_text("utf-8")
    found = re.search(rf'{kind.name} = "[^"]+"\n    """(.*?)"""', source, re.S)
    assert found is not None, kind
    return found[1]


def _described(title: str, names: Sequence[str], of: type) -> str:
    """A table of fields with what the code says of each."""
    assert is_dataclass(of)
    told = attributes(of)
    missing = [name for name in names if name not in told]
    assert not missing, f"{of.__name__} says nothing of {missing}"
    rows = [(f"`{name}`", told[name]) for name in names]
    return f"### {title}\n\n{_table(('field', 'is'), rows)}"


def attributes(of: type) -> dict[str, str]:
    """What the docstring of a class says of its attributes."""
    text = cleandoc(of.__doc__ or "").partition("Attributes:")[2]
    found = _ATTRIBUTE.findall(text)
    return {name: _code(" ".join(words.split())) for name, words in found}


def _indicators() -> Iterator[str]:
    every = indicators()
    yield (
        f"{len(every)} indicators. A part that follows a pattern stands behind a slash. A stock is"
        " counted at a moment, a flow over a span of time."
    )
    rows = [
        (
            f"`{each.id}`",
            each.name,
            each.english,
            each.unit,
            each.kind.value,
            "、".join(each.aliases),
        )
        for each in sorted(every, key=lambda item: item.id)
    ]
    yield _table(("id", "name", "English", "unit", "kind", "also called"), rows)


def _rules() -> Iterator[str]:
    yield "What is recomputed, by which formula, from which source, and where it must stay silent."
    verdicts = [(f"`{verdict.value}`", VERDICTS_ZH[verdict]) for verdict in Verdict]
    yield _table(("verdict", "中文"), verdicts)
    by_text: dict[str, list[str]] = {}
    for name, told in RULES.items():
        by_text.setdefault(told, []).append(name)
    for told, names in by_text.items():
        yield f"## {', '.join(names)}\n\n{_code(told)}"


def _code(words: str) -> str:
    return words.replace("``", "`")


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ").strip()


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)


if __name__ == "__main__":
    main()

"""The reference says what the code says, and every link of the documents leads somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import typer
from doc_runs import ROOT, documents

import reference
from jiedu.cli import COMMANDS, app

if TYPE_CHECKING:
    from pathlib import Path

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.M)
_CALL = re.compile(r"`jiedu (?:--store \S+ )?([a-z][^`\n]*)`")
_OPTION = re.compile(r"(?:^|\s)(--?[a-z][a-z-]*)")


@pytest.mark.parametrize("name", sorted(reference.pages()))
def test_the_reference_is_up_to_date(name: str) -> None:
    written = (reference.FOLDER / name).read_text("utf-8")
    assert written == reference.pages()[name], "make docs writes it anew"


def test_every_command_and_option_is_in_it() -> None:
    text = reference.pages()["commands.md"]
    assert re.findall(r"^## jiedu (\w+)$", text, re.M) == list(COMMANDS)
    assert "| `--format` `{table\\|json\\|jsonl\\|csv}` |" in text
    assert "| `--every` `TIME` |" in text


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for target in _LINK.findall(document.read_text("utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, part = target.partition("#")
        other = document.parent / path if path else document
        assert other.exists(), target
        assert not part or part in anchors(other), target


def anchors(document: Path) -> set[str]:
    """The names of a document's headings, as a page of it has them."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(document.read_text("utf-8"))
    }


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_and_options_named_in_the_text_exist(document: Path) -> None:
    for words in _CALL.findall(document.read_text("utf-8")):
        name, _, others = words.partition(" ")
        assert name in COMMANDS, words
        assert set(_OPTION.findall(others)) <= options(name), words


def options(command: str) -> set[str]:
    """The options of a command."""
    group: Any = typer.main.get_command(app)
    parameters = group.get_command(None, command).params
    return {name for each in parameters for name in (*each.opts, *each.secondary_opts)} | {"--help"}


def test_every_document_for_users_is_in_both_languages() -> None:
    alone = {"CHANGELOG", "CONTRIBUTING", "SECURITY"}
    for document in documents():
        if ".zh-CN" in document.name or "reference" in document.parts or document.stem in alone:
            continue
        other = document.with_name(f"{document.stem}.zh-CN.md")
        assert other.exists(), other
        assert other.name in document.read_text("utf-8")
        assert document.name in other.read_text("utf-8")

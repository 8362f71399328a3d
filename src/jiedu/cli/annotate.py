"""``jiedu annotate``: a folder of texts to files of figures, in the form of the gold standard."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jiedu.cli.output import console, decisions_table
from jiedu.cli.written import json_row
from jiedu.errors import InputError
from jiedu.exports.rows import commitment_rows, reading_rows, turn_row
from jiedu.model import Release, digest
from jiedu.pipeline import numerals, process
from jiedu.readers import decode, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.model import Decision, Reading


def run(
    source: Annotated[Path, typer.Argument(metavar="IN_DIR", help="docs.json and ID.txt files.")],
    target: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="Where the files go.")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Also say of every numeral why it is no figure.")
    ] = False,
) -> None:
    """Write observations, commitments and structure of each document; touches no store."""
    failed = False
    decisions: Counter[Decision] = Counter()
    with _explained():
        documents = _documents(source)
        target.mkdir(parents=True, exist_ok=True)
    for document in documents:
        try:
            with _explained():
                release = _release(source, document)
                _write(target, process(release))
                if explain:
                    decisions += _write_numerals(target, release)
        except InputError as error:
            print(f"jiedu: {error}", file=sys.stderr)
            failed = True
    if explain:
        console.print(decisions_table(decisions))
    if failed:
        raise typer.Exit(1)


def _write_numerals(target: Path, release: Release) -> Counter[Decision]:
    """Write what became of each numeral of a release, and count it."""
    found = numerals(release)
    _write_lines(
        target / f"{release.id}.numerals.jsonl",
        (
            {
                "start": item.span.start,
                "end": item.span.end,
                "text": item.span.of(release.text),
                "decision": item.decision.value,
            }
            for item in found
        ),
    )
    return Counter(item.decision for item in found)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            f"cannot be read or written ({error.strerror})", document=str(error.filename)
        ) from error


def _documents(source: Path) -> list[dict[str, Any]]:
    path = source / "docs.json"
    try:
        documents = json.loads(decode(path.read_bytes(), str(path)))
    except ValueError as error:
        raise InputError("is no JSON", document=str(path)) from error
    if not isinstance(documents, list) or not all(map(_is_named, documents)):
        raise InputError("is no list of documents with ids", document=str(path))
    return documents


def _is_named(document: object) -> bool:
    """Whether it has an id that can be the stem of files in the folder."""
    name = document.get("id") if isinstance(document, dict) else None
    return isinstance(name, str) and name not in {"", ".", ".."} and Path(name).name == name


def _release(source: Path, document: dict[str, Any]) -> Release:
    path = source / f"{document['id']}.txt"
    text = decode(path.read_bytes(), str(path))
    return Release(
        id=document["id"],
        title=document.get("title") or "",
        published=parse_date(str(document.get("date")), str(path)),
        text=text,
        sha256=digest(text),
        region=document.get("region"),
    )


def _write(target: Path, reading: Reading) -> None:
    name = reading.release.id
    _write_lines(target / f"{name}.observations.jsonl", reading_rows(reading))
    _write_lines(target / f"{name}.commitments.jsonl", commitment_rows(reading))
    structure = {
        "turns": list(map(turn_row, reading.turns)),
        "items": [
            {"start": point.span.start, "marker": point.marker, "level": point.level}
            for point in reading.points
        ],
    }
    path = target / f"{name}.structure.json"
    path.write_text(json.dumps(structure, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json_row(row)}\n" for row in rows), encoding="utf-8")

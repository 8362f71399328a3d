"""``jiedu annotate``: a folder of texts to files of figures, in the form of the gold standard."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jiedu.cli.rows import commitment_rows, reading_rows
from jiedu.errors import InputError
from jiedu.model import Release, digest
from jiedu.pipeline import process

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Reading


def run(
    source: Annotated[Path, typer.Argument(metavar="IN_DIR", help="docs.json and ID.txt files.")],
    target: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="Where the files go.")],
) -> None:
    """Write observations, commitments and structure of each document; touches no store."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        for document in _documents(source):
            _write(target, process(_release(source, document)))
    except OSError as error:
        raise InputError(
            f"cannot be read or written ({error.strerror})", document=str(error.filename)
        ) from error


def _documents(source: Path) -> list[dict[str, Any]]:
    path = source / "docs.json"
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError("is no JSON", document=str(path)) from error
    if not isinstance(documents, list) or not all("id" in row for row in documents):
        raise InputError("is no list of documents with ids", document=str(path))
    return documents


def _release(source: Path, document: dict[str, Any]) -> Release:
    path = source / f"{document['id']}.txt"
    text = path.read_text(encoding="utf-8")
    try:
        published = date.fromisoformat(document.get("date", ""))
    except ValueError as error:
        raise InputError("docs.json gives no date", document=document["id"]) from error
    return Release(
        id=document["id"],
        title=document.get("title", ""),
        published=published,
        text=text,
        sha256=digest(text),
        region=document.get("region"),
    )


def _write(target: Path, reading: Reading) -> None:
    name = reading.release.id
    _write_lines(target / f"{name}.observations.jsonl", reading_rows(reading))
    _write_lines(target / f"{name}.commitments.jsonl", commitment_rows(reading))
    structure = {
        "turns": [
            {
                "start": turn.span.start,
                "end": turn.span.end,
                "role": turn.role.value,
                "speaker": turn.speaker,
            }
            for turn in reading.turns
        ],
        "items": [
            {"start": point.span.start, "marker": point.marker, "level": point.level}
            for point in reading.points
        ],
    }
    path = target / f"{name}.structure.json"
    path.write_text(json.dumps(structure, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")

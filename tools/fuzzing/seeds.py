"""What inputs are drawn from: the kept seeds, and the package's samples."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.samples import samples_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fuzzing.circumstances import Input
    from fuzzing.targets import Target

KEPT = Path(__file__).parents[2] / "tests" / "fuzz" / "seeds"
"""Where the seeds are kept: a file for each target, a line for each input."""


def seeds_of(target: Target) -> list[Input]:
    """The inputs that those of a target are drawn from.

    Args:
        target: what is fuzzed.
    """
    found = list(read_inputs(KEPT / f"{target.name}.jsonl"))
    if target.draw == "text":
        found += _texts()
    if target.name == "text":
        found += [text.encode() for text in _texts()]
    elif target.name == "collection":
        found += [samples_text().encode()[:6000]]
    return found or [b"" if target.draw != "text" else ""]


def read_inputs(path: Path) -> Iterator[Input]:
    """The inputs of a file, in order; none where there is no file."""
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield input_of(row)


def input_of(row: dict[str, str]) -> Input:
    """An input as a row of a file holds it."""
    if "text" in row:
        return row["text"]
    return base64.b64decode(row["base64"]) if "base64" in row else row["utf8"].encode()


def row_of(given: Input) -> dict[str, str]:
    """An input as a row of a file: a text, bytes that are one, or other bytes."""
    if isinstance(given, str):
        return {"text": given}
    try:
        return {"utf8": given.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(given).decode()}


def write_inputs(path: Path, inputs: Iterable[Input]) -> None:
    """Write inputs to a file; halves of surrogate pairs are written as JSON can."""
    lines = []
    for given in inputs:
        row = row_of(given)
        plain = all(not "\ud800" <= sign <= "\udfff" for value in row.values() for sign in value)
        lines.append(json.dumps(row, ensure_ascii=not plain).replace("\x85", "\\u0085")
                     .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _texts() -> list[str]:
    return [json.loads(line)["text"] for line in samples_text().splitlines()]

"""Files, folders, collections and standard input → releases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.errors import InputError, JieduError, NoTextError
from jiedu.model import Release, digest
from jiedu.readers.collections import read_collection
from jiedu.readers.dates import published_date
from jiedu.readers.decoding import decode, kept
from jiedu.readers.docx import docx_text
from jiedu.readers.titles import first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

STDIN = "-"
_TEXTS = frozenset({".txt", ".text", ".md"})
_WORD = frozenset({".docx"})
_COLLECTIONS = frozenset({".jsonl", ".ndjson"})
_LARGEST = 64 * 1024 * 1024


def read_sources(
    sources: Iterable[str], published: date | None = None
) -> Iterator[Release | JieduError]:
    """The releases of some sources, in order.

    Args:
        sources: files, folders, ``.jsonl`` collections, or ``-`` for standard input.
        published: the published date of texts, which wins over what they say.

    Yields:
        A release, or the error that stands in for one that cannot be read; the others go on.
    """
    for source in sources:
        try:
            yield from _read(source, published)
        except JieduError as error:
            yield error


def _read(source: str, published: date | None) -> Iterator[Release | JieduError]:
    if source == STDIN:
        yield read_text(decode(_limited(sys.stdin.buffer, "stdin"), "stdin"), "stdin", published)
        return
    path = Path(source)
    if _is_folder(path):
        yield from _read_folder(path, published)
    elif path.suffix.lower() in _COLLECTIONS:
        yield from _read_lines(path, published)
    else:
        yield read_file(path, published)


def _read_lines(path: Path, published: date | None) -> Iterator[Release | JieduError]:
    """A collection line by line, so that its size is no matter."""
    try:
        with path.open("rb") as lines:
            yield from read_collection(lines, str(path), published)
    except OSError as error:
        raise _unreadable(path, error) from error


def _read_folder(folder: Path, published: date | None) -> Iterator[Release | JieduError]:
    wanted = _TEXTS | _WORD | _COLLECTIONS
    try:
        next(folder.iterdir(), None)  # a search passes over a folder that may not be read
    except OSError as error:
        raise _unreadable(folder, error) from error
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in wanted
        and path.is_file()
        # what begins so is hidden, or the mark that Word leaves beside an open document
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    ]
    if not paths:
        raise NoTextError(
            "the folder holds no texts",
            document=str(folder),
            hint=f"looked for {', '.join(sorted(wanted))}",
        )
    for path in paths:
        yield from read_sources([str(path)], published)


def read_file(path: Path, published: date | None = None) -> Release:
    """One text file or Word document as a release: its id is the stem, its title the first line.

    Raises:
        InputError: where it cannot be read, is no text, or does not say when it was published.
    """
    data = _bytes(path)
    is_word = path.suffix.lower() in _WORD
    text = docx_text(data, str(path)) if is_word else decode(data, str(path))
    return read_text(text, path.name, published)


def read_text(text: str, name: str, published: date | None = None) -> Release:
    """A text as a release.

    Args:
        text: the document.
        name: what it is called; its stem becomes the id.
        published: when it was published, where the text does not say.

    Raises:
        NoTextError: where it is empty.
        NoDateError: where neither says when it was published.
    """
    text = kept(text, name)
    return Release(
        id=Path(name).stem,
        title=first_line(text),
        published=published_date(text, name, published),
        text=text,
        sha256=digest(text),
    )


def _is_folder(path: Path) -> bool:
    """Whether it is one; what is no path at all fails where it is opened, with its reason."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _bytes(path: Path) -> bytes:
    """The bytes of a file, of a pipe too, but never more than one text may have."""
    try:
        with path.open("rb") as stream:
            return _limited(stream, str(path))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(
            f"the text has more than {_LARGEST // 2**20} MB",
            document=name,
            hint="split it into a .jsonl collection",
        )
    return data


def _unreadable(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file", document=str(path), hint="check the path")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(f"it cannot be read ({reason})", document=str(path))

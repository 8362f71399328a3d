"""Files, folders, collections and standard input → releases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.errors import InputError, JieduError, NoTextError
from jiedu.model import Release, digest
from jiedu.readers.collections import read_collection
from jiedu.readers.dates import published_date
from jiedu.readers.decoding import kept
from jiedu.readers.documents import read_document, read_fetched
from jiedu.readers.kinds import PAGES
from jiedu.readers.titles import first_line
from jiedu.readers.web import fetch, is_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

    from jiedu.readers.web import Rules

STDIN = "-"
DOCUMENTS = frozenset({".txt", ".text", ".md", ".markdown", ".docx", ".pdf"}) | PAGES
"""How the files end that hold one release each."""
COLLECTIONS = frozenset({".jsonl", ".ndjson"})
"""How those end that hold one in each line."""
_LARGEST = 64 * 1024 * 1024


def read_sources(
    sources: Iterable[str], published: date | None = None, rules: Rules | None = None
) -> Iterator[Release | JieduError]:
    """The releases of some sources, in order.

    Args:
        sources: files, folders, ``.jsonl`` collections, addresses of the web, or ``-`` for
            standard input.
        published: the published date of texts, which wins over what they say.
        rules: what may be fetched; the strict ones where they are not given.

    Yields:
        A release, or the error that stands in for one that cannot be read; the others go on.
    """
    for source in sources:
        try:
            yield from (_of(source, item) for item in _read(source, published, rules))
        except JieduError as error:
            yield _of(source, error)


def _of(source: str, item: Release | JieduError) -> Release | JieduError:
    """An item; an error says what was read, so that it can be read again."""
    if isinstance(item, JieduError) and not item.source:
        item.source = source
    return item


def _read(
    source: str, published: date | None, rules: Rules | None
) -> Iterator[Release | JieduError]:
    if source == STDIN:
        yield read_document(_limited(sys.stdin.buffer, "stdin"), "stdin", published)
        return
    if is_link(source):
        yield read_link(source, published, rules)
        return
    path = Path(source)
    if _is_folder(path):
        yield from _read_folder(path, published)
    elif path.suffix.lower() in COLLECTIONS:
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
    for path in paths_in(folder):
        yield from read_sources([str(path)], published)


def paths_in(folder: Path, wanted: frozenset[str] = DOCUMENTS | COLLECTIONS) -> list[Path]:
    """The files of a folder and of those in it that end so, in the order of their names.

    Raises:
        InputError: where it may not be read.
        NoTextError: where it holds none.
    """
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
    return paths


def read_file(path: Path, published: date | None = None) -> Release:
    """One text, page or document as a release: its id is the stem.

    Raises:
        InputError: where it cannot be read, holds no text, or does not say when it was published.
    """
    return read_document(_bytes(path), str(path), published)


def read_link(url: str, published: date | None = None, rules: Rules | None = None) -> Release:
    """What stands at an address of the web as a release.

    Args:
        url: an http or https address.
        published: when it was published, where the page does not say or says it wrongly.
        rules: what may be fetched; the strict ones where they are not given.

    Raises:
        FetchError: where it must not be asked, or what came cannot be used.
        InputError: where it holds no text, or does not say when it was published.
        MissingError: where httpx is not installed.
    """
    return read_fetched(fetch(url, rules), published)


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

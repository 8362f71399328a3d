"""A part of the input → its releases, with where each stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from jiedu.batch.part import Kind
from jiedu.batch.places import opened
from jiedu.errors import InputError, JieduError
from jiedu.model import Release
from jiedu.readers.documents import read_document
from jiedu.readers.pieces import read_groups, read_range

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jiedu.batch.part import Part

_LARGEST = 64 * 1024 * 1024  # bytes of a document, as `jiedu read` takes it


class Item(NamedTuple):
    """A release of the input, before it is looked at.

    Attributes:
        source: its file.
        place: the byte or the row of a collection where it begins; 0 for a document.
        name: its id, or what the file is called; ``None`` where there is none.
        load: gives the release, or the error that stands in for it.
    """

    source: str
    place: int
    name: str | None
    load: Callable[[], Release | JieduError]


def items_of(part: Part, published: date | None = None) -> Iterator[Item]:
    """The releases of a part, in order; one that cannot be read does not stop the others.

    Args:
        part: the part.
        published: the published date of texts that have none.
    """
    if part.kind is Kind.DOCUMENTS:
        for name in part.names:
            yield Item(name, 0, PurePosixPath(name).stem, partial(_document, name, published))
        return
    name = part.names[0]
    reader = read_range if part.kind is Kind.LINES else read_groups
    try:
        with opened(name) as stream:
            for place, found in reader(stream, name, part.start, part.end, published):
                yield _loaded(name, place, found)
    except JieduError as error:
        yield _loaded(name, part.start, error)
    except OSError as error:
        yield _loaded(name, part.start, _lost(name, error))


def _loaded(source: str, place: int, found: Release | JieduError) -> Item:
    name = found.id if isinstance(found, Release) else None
    return Item(source, place, name, lambda: found)


def _document(name: str, published: date | None) -> Release | JieduError:
    try:
        with opened(name) as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            return InputError(
                f"the text has more than {_LARGEST // 2**20} MB",
                document=name,
                hint="split it into a .jsonl collection",
            )
        return read_document(data, name, published)
    except JieduError as error:
        return error
    except OSError as error:
        return _lost(name, error)


def _lost(name: str, error: OSError) -> InputError:
    """What came of a file that could be opened and then not be read to its end."""
    reason = error.strerror or str(error)
    return InputError(f"it cannot be read ({reason})", document=name, hint="try it with --retry")

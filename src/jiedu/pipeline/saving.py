"""Readings into the store: the only place that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.errors import InputError, JieduError
from jiedu.model import Reading
from jiedu.pipeline.extractor import extractor_id
from jiedu.pipeline.processing import process
from jiedu.store import Saved, View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jiedu.model import Release


class Kept(NamedTuple):
    """A reading that is in the store, and what saving it did."""

    reading: Reading
    saved: Saved


def read_into(
    store: Path | str, releases: Iterable[Release | JieduError]
) -> Iterator[Kept | JieduError]:
    """Process releases and save each before the next is read.

    Args:
        store: the store's file, which is made where there is none, or a database's address.
        releases: releases, or the errors that stand in for them, which pass through.

    Yields:
        What is in the store by now: an interruption loses nothing that was yielded. Or the
        error of a release that no store can hold.

    Raises:
        StoreError: where the store cannot be written.
    """
    extractor = extractor_id()
    with Writer(store) as writer:
        for release in releases:
            if isinstance(release, JieduError):
                yield release
                continue
            yield _kept(writer, process(release), extractor)


def save_readings(store: Path | str, readings: Iterable[Reading]) -> Iterator[Kept | JieduError]:
    """Save what this extractor has read before, elsewhere; each is in the store once it is given.

    Args:
        store: the store's file, which is made where there is none, or a database's address.
        readings: by the extractor of this very program.

    Yields:
        What is in the store by now, or the error of a release that no store can hold.

    Raises:
        StoreError: where the store cannot be written.
    """
    extractor = extractor_id()
    with Writer(store) as writer:
        for reading in readings:
            yield _kept(writer, reading, extractor)


def _kept(writer: Writer, reading: Reading, extractor: str) -> Kept | InputError:
    try:
        return Kept(reading, writer.save(reading, extractor))
    except InputError as error:
        return error


def reread(store: Path | str) -> Iterator[Kept]:
    """Read the releases of a store that this extractor has not read; add its readings.

    Raises:
        StoreError: where there is no store, or it cannot be written.
    """
    extractor = extractor_id()
    view = View(store)
    with Writer(store) as writer:
        for release_id in view.unread(extractor):
            reading = process(view.release(release_id))
            yield Kept(reading, writer.save(reading, extractor))


def drop_run(store: Path | str, extractor: str) -> int:
    """Forget what an extractor read.

    Returns:
        How many readings were dropped.

    Raises:
        NotFoundError: where the store holds no reading by it.
        StoreError: where there is no store, or it cannot be written.
    """
    View(store).close()  # an error where there is none; a writer would make one
    with Writer(store) as writer:
        return writer.drop_run(extractor)

"""Readings that a model helped with: saved as a run of their own, beside the grammar's."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from jiedu.assist import Helped, assist
from jiedu.model import ASSISTED, Reading
from jiedu.pipeline.extractor import extractor_id
from jiedu.pipeline.saving import Kept
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jiedu.assist import Assistant
    from jiedu.errors import JieduError


class KeptWithHelp(NamedTuple):
    """A reading that is in the store, and what a model helped to find in it."""

    kept: Kept
    helped: Helped


def assisted_run(model: str) -> str:
    """The run that holds what a model helped to read: one for each grammar and model."""
    return f"{ASSISTED}/{extractor_id()}/{model}"


def assist_into(
    store: Path | str, items: Iterable[Kept | JieduError], assistant: Assistant
) -> Iterator[KeptWithHelp | JieduError]:
    """Ask a model about readings that are in a store, and save what it helped to find.

    The grammar's readings are saved before and stay as they are. A text is asked about once:
    what a model helped to find in it before is taken from the store.

    Args:
        store: the store's file, or a database's address.
        items: readings that are saved, or the errors that stand in for them, which pass through.
        assistant: the model.

    Raises:
        StoreError: where the store cannot be written.
    """
    run = assisted_run(assistant.settings.model)
    with Writer(store) as writer, closing(View(store)) as view:
        for item in items:
            if not isinstance(item, Kept):
                yield item
                continue
            helped = _known(view, item.reading, run)
            if helped is None:
                helped = assist(item.reading, assistant)
                if helped.accepted:
                    writer.save(helped.reading, run)
            yield KeptWithHelp(item, helped)


def _known(view: View, reading: Reading, run: str) -> Helped | None:
    """What the same model helped to find in the same text before."""
    release = reading.release
    found = view.observations(release.id, run)
    if not found or view.release(release.id).sha256 != release.sha256:
        return None
    together = Reading(release, reading.turns, reading.points, found, reading.commitments)
    return Helped(together, sum(item.assisted for item in found), (), 0)

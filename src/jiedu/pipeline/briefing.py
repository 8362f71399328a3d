"""What a briefing of a release is made from, gathered out of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.comparison import compare
from jiedu.errors import InputError
from jiedu.model import Material, Reading
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.ledger import ledger
from jiedu.pipeline.similar import previous_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jiedu.model import Comparison, Entry, Finding, Release, Source
    from jiedu.store import View


def gather(
    view: View, release_id: str, *, as_of: date | None = None, against: str | None = None
) -> Material:
    """Everything that a briefing of a release says.

    Args:
        view: the store.
        release_id: the release.
        as_of: the day it speaks from; the day of the release where it is not given.
        against: the release it is compared with; the previous one of its kind where that is not
            given.

    Raises:
        NotFoundError: where the store holds no such release; names near ones.
        InputError: where the day lies before the release, or both releases are one.
    """
    reading = stored(view, release_id)
    day = as_of or reading.release.published
    _check(reading.release, day, against)
    comparison = _comparison(view, reading, against)
    findings = tuple(check_reading(reading, view))
    entries = list(ledger(view, day))
    old = comparison.old.id if comparison else ""
    answered = tuple(entry for entry in entries if _rests_on(entry, release_id))
    earlier = tuple(entry for entry in entries if entry.promise.release == old)
    ids = {found.indicator_id for found in reading.observations if found.indicator_id}
    history = tuple(view.sources_of(ids, day))
    mine = tuple(entry for entry in entries if entry.promise.release == release_id)
    named = _named(findings, history, (*answered, *earlier, *mine)) - {release_id}
    releases = tuple(view.release(name) for name in sorted(named))
    return Material(reading, day, comparison, findings, mine, answered, earlier, history, releases)


def stored(view: View, release_id: str) -> Reading:
    """All that the store holds of a release."""
    return Reading(
        view.release(release_id),
        view.turns(release_id),
        view.points(release_id),
        view.observations(release_id),
        view.commitments(release_id),
    )


def _check(release: Release, day: date, against: str | None) -> None:
    if day < release.published:
        raise InputError(
            f"{day} lies before it was published, {release.published}",
            document=release.id,
            hint="give a later --as-of",
        )
    if against == release.id:
        raise InputError("a release is not compared with itself", document=release.id)


def _comparison(view: View, reading: Reading, against: str | None) -> Comparison | None:
    until = reading.release.published
    old = against or previous_of(reading, view.readings(until))
    if old is None:
        return None
    other = stored(view, old)
    if other.release.published > until:
        raise InputError(
            f"it was published later, {other.release.published}",
            document=other.release.id,
            hint=f"name one from before {until}",
        )
    return compare(other, reading)


def _rests_on(entry: Entry, release_id: str) -> bool:
    """Whether an earlier measure's outcome stands in a release."""
    return entry.promise.release != release_id and any(
        found.release == release_id for outcome in entry.outcomes for found in outcome.evidence
    )


def _named(
    findings: Iterable[Finding], history: Iterable[Source], entries: Iterable[Entry]
) -> set[str]:
    """The releases that are spoken of; tables are none."""
    found = {source.release for source in history}
    found |= {source.release for item in findings for source in item.evidence if not source.cell}
    found |= set(_releases(entries))
    return found


def _releases(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield entry.promise.release
        yield from (found.release for outcome in entry.outcomes for found in outcome.evidence)

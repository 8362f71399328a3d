"""A release that was saved just now → what of it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import plain, unit_family
from jiedu.checks import wanted
from jiedu.checks.book import is_moment, key_of
from jiedu.checks.periods import same
from jiedu.lexicon import closing_day
from jiedu.model import Notice, NoticeKind, Verdict, record_of
from jiedu.pipeline.checking import check_reading, claims_of
from jiedu.pipeline.processing import process
from jiedu.store import PeriodSpan, span_of
from jiedu.store.lines import is_of_span
from jiedu.tracking import promises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.model import Finding, Observation, Reading, Record, Source
    from jiedu.store import View

_KINDS = {Verdict.OFF: NoticeKind.CONTRADICTION, Verdict.REVISED: NoticeKind.REVISION}


def news_of(view: View, reading: Reading, sure: float = 0.0) -> Iterator[Notice]:
    """What a release tells that was not known: figures, what does not agree, measures.

    Of a new version of a release only what its former version did not say.

    Args:
        view: the store, which holds the release already.
        reading: the release as it was read.
        sure: figures at least so likely to be right; those without a word on it are.
    """
    former = _former(view, reading)
    yield from _figures(view, reading, former, sure)
    yield from _findings(view, reading, former)
    yield from _measures(reading, former)


def _former(view: View, reading: Reading) -> Reading | None:
    """The version of a release that was held before this one."""
    others = [
        each for each in view.versions(reading.release.id) if each.sha256 != reading.release.sha256
    ]
    return process(others[-1]) if others else None


class _Thing(NamedTuple):
    """What figures have in common that are of one line."""

    name: str
    measure: str
    basis: str | None
    unit: str
    region: str | None
    status: str


def _thing(found: Observation) -> _Thing:
    return _Thing(
        key_of(found).name,
        found.measure.value,
        found.basis,
        unit_family(found.unit),
        found.region,
        found.status.value,
    )


def _figures(view: View, reading: Reading, former: Reading | None, sure: float) -> Iterator[Notice]:
    """Figures of periods that nobody told before, with what was known last."""
    claims = claims_of(reading)
    lines = _lines(_earlier(view, reading, claims))
    said = {_said(found) for found in former.observations} if former else set()
    for claim in claims:
        found = claim.observation
        if _said(found) in said or (found.confidence is not None and found.confidence < sure):
            continue
        said.add(_said(found))
        known = lines.get(_thing(found), [])
        if any(_is_told(fact.observation, found) for fact in known):
            continue
        last = _last(known, found)
        yield _notice(
            NoticeKind.FIGURE,
            reading,
            figure=_record(claim),
            before=_record(last) if last else None,
        )


def _earlier(view: View, reading: Reading, claims: list[Source]) -> list[Source]:
    """Figures of other releases, by then, that may be of the same lines."""
    release = reading.release
    need = wanted(claims)
    ids = {found.indicator_id for found in reading.observations if found.indicator_id}
    facts = view.sources_of(ids, release.published) if ids else []
    facts += view.sources(
        frozenset(), need.names, need.periods, need.regions, until=release.published
    )
    return [fact for fact in facts if fact.release != release.id]


def _lines(facts: Iterable[Source]) -> dict[_Thing, list[Source]]:
    lines: dict[_Thing, list[Source]] = {}
    for fact in facts:
        lines.setdefault(_thing(fact.observation), []).append(fact)
    return lines


def _is_told(earlier: Observation, found: Observation) -> bool:
    """Whether an earlier figure is of the same period; without one the value has to be the same."""
    if found.period is None or earlier.period is None:
        return found.period == earlier.period and found.value == earlier.value
    return same(earlier.period, found.period, moment=is_moment(found))


def _last(known: list[Source], found: Observation) -> Source | None:
    """The figure of the latest earlier period that this one can be compared with."""
    period = found.period
    if period is None:
        return None
    end = closing_day(period)
    earlier = [
        (closing_day(fact.observation.period), fact.published, fact)
        for fact in known
        if fact.observation.period is not None
        and closing_day(fact.observation.period) < end
        and (is_moment(found) or _alike(fact.observation.period, period))
    ]
    return max(earlier, key=lambda each: each[:2])[2] if earlier else None


def _alike(one: str, other: str) -> bool:
    """Whether two periods are both counted from January, or are as long as each other."""
    counted = PeriodSpan.ACCUMULATED
    return span_of(one) is span_of(other) or (
        is_of_span(one, counted) and is_of_span(other, counted)
    )


def _said(found: Observation) -> tuple[object, ...]:
    return (*_thing(found), found.period, found.value, found.bound)


def _findings(view: View, reading: Reading, former: Reading | None) -> Iterator[Notice]:
    """Claims that are off, and figures that are restated."""
    known = set(map(_point, check_reading(former, view))) if former else set()
    sums: set[tuple[object, ...]] = set()
    for finding in check_reading(reading, view):
        kind = _KINDS.get(finding.verdict)
        if kind is None or _point(finding) in known:
            continue
        if (figures := _sum(finding)) not in sums:  # a sum that is off is so for each of its parts
            sums.add(figures)
            yield _notice(kind, reading, finding=finding)


def _point(finding: Finding) -> tuple[object, ...]:
    found = finding.claim.observation
    return (finding.rule, finding.verdict, key_of(found), found.period, found.value)


def _sum(finding: Finding) -> tuple[object, ...]:
    """The figures of a finding, whichever of them is the claim."""
    facts = (finding.claim, *finding.evidence)
    return (finding.rule, frozenset((fact.release, fact.observation.span) for fact in facts))


def _measures(reading: Reading, former: Reading | None) -> Iterator[Notice]:
    known = {plain(promise.text) for promise in promises_of(former)} if former else set()
    for promise in promises_of(reading):
        if plain(promise.text) not in known:
            known.add(plain(promise.text))
            yield _notice(NoticeKind.MEASURE, reading, promise=promise)


def _record(source: Source) -> Record:
    return record_of(source.observation, source.release, source.published, source.sentence)


def _notice(kind: NoticeKind, reading: Reading, **about: object) -> Notice:
    release = reading.release
    return Notice(
        kind,
        release.id,
        release.published,
        release.title,
        release.url,
        **about,  # type: ignore[arg-type]
    )

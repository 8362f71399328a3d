"""What a search found in a release, as stretches of text with the words apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.model import Found, Hit, Release

_STOPS = "。！？；;\n"


class Stretch(NamedTuple):
    """Characters of a text.

    Attributes:
        text: the characters.
        span: where they stand.
        found: whether they are what was looked for.
    """

    text: str
    span: Span
    found: bool


class Excerpt(NamedTuple):
    """Words that were found, with what stands around them.

    Attributes:
        speaker: who says them, where the text names them.
        stretches: the characters in their order.
        begins: whether they begin where a sentence does.
        ends: whether they end where one does.
    """

    speaker: str | None
    stretches: tuple[Stretch, ...]
    begins: bool
    ends: bool


class Result(NamedTuple):
    """A release with the words that were found in it.

    Attributes:
        release: the release.
        excerpts: where they stand, in the order of the text.
        places: how many there are.
        more: whether the text holds more than were looked at.
    """

    release: Release
    excerpts: tuple[Excerpt, ...]
    places: int
    more: bool


def result_of(found: Found) -> Result:
    """A release with its hits; those whose surroundings overlap stand in one excerpt."""
    text = found.release.text
    excerpts = tuple(_excerpt(text, hits) for hits in _together(found.hits))
    places = sum(stretch.found for each in excerpts for stretch in each.stretches)
    return Result(found.release, excerpts, places, found.more)


def _together(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    some: list[Hit] = []
    end = -1
    for hit in hits:
        if some and (hit.context.start >= end or hit.speaker != some[0].speaker):
            yield some
            some = []
        end = hit.context.end if not some else max(end, hit.context.end)
        some.append(hit)
    if some:
        yield some


def _excerpt(text: str, hits: list[Hit]) -> Excerpt:
    start = min(hit.context.start for hit in hits)
    end = max(hit.context.end for hit in hits)
    return Excerpt(
        hits[0].speaker,
        tuple(_stretches(text, start, end, _joined(hit.span for hit in hits))),
        start == 0 or text[start - 1] in _STOPS,
        end == len(text) or text[end] == "\n" or text[end - 1] in _STOPS,
    )


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that touch or overlap as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _stretches(text: str, start: int, end: int, found: Iterable[Span]) -> Iterator[Stretch]:
    place = start
    for span in found:
        if span.start > place:
            yield Stretch(text[place : span.start], Span(place, span.start), found=False)
        yield Stretch(span.of(text), span, found=True)
        place = span.end
    if end > place:
        yield Stretch(text[place:end], Span(place, end), found=False)

"""Texts through the whole reading into the checks, as a user's text goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jiedu.checks import Book, check_text
from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading, claims_of

if TYPE_CHECKING:
    from jiedu.model import Finding, Reading

DAY = date(2024, 7, 20)


class Earlier(NamedTuple):
    """A text that was published before."""

    text: str
    published: date = date(2023, 7, 20)
    id: str = "earlier"
    region: str | None = None


def release(
    text: str, name: str = "draft", published: date = DAY, region: str | None = None
) -> Release:
    return Release(name, "标题", published, text, digest(text), region=region)


def read(item: Earlier) -> Reading:
    return process(release(item.text, item.id, item.published, item.region))


def told(
    text: str, *earlier: Earlier, published: date = DAY, region: str | None = None
) -> list[Finding]:
    """What checking a text finds, beside what some earlier ones said."""
    reading = process(release(text, published=published, region=region))
    if not earlier:
        return check_reading(reading, None)
    claims = claims_of(reading)
    facts = [*claims, *(fact for item in earlier for fact in claims_of(read(item)))]
    return list(check_text(claims, Book(facts, reading.release.id)))


def verdicts(findings: list[Finding], rule: str) -> list[str]:
    """The verdicts of one rule, in the order of the text."""
    return [finding.verdict.value for finding in findings if finding.rule == rule]

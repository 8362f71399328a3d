"""Checks: what recomputing the claims of the releases showed."""

from __future__ import annotations

from bisect import bisect_right
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from jiedu.briefings.composing.values import amount_words
from jiedu.checks import RULES
from jiedu.errors import InputError
from jiedu.model import Verdict
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.pages.annotating import GRAVEST
from jiedu.server.pages.board import PLACE, Board, Claim, Shown, WantedClaims
from jiedu.server.pages.filters import Cursor, Day, Words, chosen, given
from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.waiting import waiting
from jiedu.server.pages.wording import word
from jiedu.server.routes.store import HeldStore
from jiedu.server.shapes import kinds

if TYPE_CHECKING:
    from jiedu.model import Finding, Language, Source
    from jiedu.server.pages.arranged import Arranged

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 20
_LONGEST = 300  # digits: no text has a number so long


class ChecksQuery(kinds.Query):
    """Which findings are listed."""

    verdict: Verdict | None
    rule: str | None
    release: str | None
    publisher: str | None
    since: kinds.Day | None
    until: kinds.Day | None


class RuleLine(NamedTuple):
    """A rule with how many findings of it have each verdict.

    Attributes:
        name: of the rule.
        counts: one a verdict, in the order of the columns.
    """

    name: str
    counts: tuple[tuple[Verdict, int], ...]


class Evidence(NamedTuple):
    """A figure that a claim was held against, and where it was published."""

    fact: Source
    title: str


class Card(NamedTuple):
    """A finding as a page shows it.

    Attributes:
        claim: the finding where it stands.
        evidence: what it was held against.
        expected: the interval the claim must meet, in words; empty where none is known.
        reason: the sum, in the page's language.
    """

    claim: Claim
    evidence: tuple[Evidence, ...]
    expected: str
    reason: str


@router.get("/checks")
def checks_page(
    request: Request,
    held: HeldStore,
    verdict: Words = "",
    rule: Words = "",
    release: Words = "",
    publisher: Words = "",
    since: Day = "",
    until: Day = "",
    cursor: Cursor = None,
) -> HTMLResponse:
    """Findings, what is off first, narrowed by what is asked."""
    query = ChecksQuery(
        verdict=chosen(verdict, Verdict),
        rule=_rule(rule),
        release=release.strip() or None,
        publisher=publisher.strip() or None,
        since=given(since),
        until=given(until),
    )
    after = read_cursor(cursor, query, PLACE)
    if query.release is not None:
        held.view.release(query.release)  # names near ones where there is none
    arranged: Arranged = request.app.state.arranged
    board = arranged.board()
    if board is None:
        return waiting(request, "checks")
    shown = board.shown(WantedClaims(**query.model_dump()))
    begin = 0 if after is None else bisect_right(shown.claims, after, key=lambda each: each.place)
    part = shown.claims[begin : begin + _PAGE]
    more = len(shown.claims) > begin + _PAGE
    language = look_of(request).language
    return page(
        request,
        "_checks.html" if request.headers.get("hx-request") else "checks.html",
        cards=[_card(claim, board, language) for claim in part],
        asked={
            "verdict": verdict,
            "rule": rule,
            "release": release,
            "publisher": publisher,
            "since": since,
            "until": until,
        },
        shown=shown,
        query=query,
        rules=[_rule_line(name, shown) for name in RULES],
        verdicts=GRAVEST,
        next=write_cursor(part[-1].place, query) if more else None,
    )


def _rule(name: str) -> str | None:
    """The rule of a field.

    Raises:
        InputError: where there is none of that name.
    """
    if name.strip() and name.strip() not in RULES:
        raise InputError(f"{name[:40]!r} is no rule", hint=f"say {', '.join(RULES)}")
    return name.strip() or None


def _rule_line(name: str, shown: Shown) -> RuleLine:
    return RuleLine(name, tuple((each, shown.of_verdict(each, name)) for each in GRAVEST))


def _card(claim: Claim, board: Board, language: Language) -> Card:
    finding = claim.finding
    evidence = tuple(
        Evidence(fact, fact.release if fact.cell else board.heads[fact.release].title)
        for fact in finding.evidence
    )
    zh = language == "zh"
    reason = finding.reason_zh if zh and finding.reason_zh else finding.reason
    return Card(claim, evidence, expected_words(finding, language), reason)


def expected_words(finding: Finding, language: Language) -> str:
    """The interval that a claim must meet, in words; empty where it is open at both ends.

    Its ends are told to the second digit of its width and rounded outwards: no interval is
    shown narrower than it is.
    """
    low, high = finding.expected
    unit = finding.claim.observation.unit
    place = _place(low, high)
    ends = {
        "low": low if low is None else _cut(low, place, ROUND_FLOOR),
        "high": high if high is None else _cut(high, place, ROUND_CEILING),
    }
    told = {
        name: amount_words(end, unit, language) for name, end in ends.items() if end is not None
    }
    if not told:
        return ""
    key = "between" if len(told) == len(ends) else f"only_{next(iter(told))}"
    return word(f"checks.{key}", language, **told)


def _place(low: Decimal | None, high: Decimal | None) -> Decimal:
    """The place of the second digit of a width, or of the sixth of what has an open end."""
    if low is not None and high is not None and low != high:
        return Decimal(1).scaleb((high - low).adjusted() - 1)
    return Decimal(1).scaleb((low or high or Decimal(1)).adjusted() - 5)


def _cut(end: Decimal, place: Decimal, rounding: str) -> Decimal:
    with localcontext(prec=_LONGEST):
        return end.quantize(place, rounding)

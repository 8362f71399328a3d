"""A question → an answer whose every figure is cited, or a word on why there is none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from jiedu.errors import InputError
from jiedu.model import Answer
from jiedu.questions.aims import aim
from jiedu.questions.changes import changed
from jiedu.questions.comparing import compared
from jiedu.questions.differences import differing
from jiedu.questions.extremes import extreme
from jiedu.questions.gate import Grounds, gated, grounds_of, loose
from jiedu.questions.measures import measures
from jiedu.questions.nearest import nearest
from jiedu.questions.outcomes import became
from jiedu.questions.query import Kind
from jiedu.questions.saying import fields_of, parts_of, quoted, sentence, shown, wording
from jiedu.questions.share import share
from jiedu.questions.single import one_figure
from jiedu.questions.told import Told, Unknown
from jiedu.questions.understanding import understand
from jiedu.questions.where import where
from jiedu.questions.who import who

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View


LONGEST = 500
"""The most characters of a question."""


def ask(view: View, question: str, as_of: date | None = None) -> Answer:
    """Answer a question from a store.

    Args:
        view: the store.
        question: in Chinese or English.
        as_of: what was published by then; everything where it is not given. Relative times
            (去年, last month) are held against that day, else against today.

    Raises:
        InputError: where the question is longer than a question is.
    """
    if len(question) > LONGEST:
        raise InputError(
            f"the question has {len(question):,} characters",
            hint=f"ask with at most {LONGEST}; a text is read with jiedu read",
        )
    query = understand(question, as_of or datetime.now(UTC).date())
    known = [day for day in (as_of, query.as_of) if day is not None]
    query = query._replace(as_of=min(known, default=None))
    found = _KINDS[query.kind](view, query)
    if isinstance(found, Unknown):
        return refused(view, question, query, found)
    answer = Answer(
        question,
        found.text,
        found.value,
        found.unit,
        found.observations,
        found.commitments,
        shown(query),
        found.entries,
        understood=shown(query),
        query=parts_of(query),
    )
    return gated(answer, found.fields, wording("unsupported", query))


def refused(view: View, question: str, query: Query, why: Unknown) -> Answer:
    """No answer, with the reason and the nearest figure, which is said to be no answer."""
    understood, colon = shown(query), ": " if query.english else "："
    told, beside = wording(why.key, query).format(why.what), ""
    near = nearest(view, query, why.near)
    if near is not None and loose(sentence(near, query), _grounds(near, query)):
        near = None
    if near is not None:
        beside = f"{wording('nearest', query)}{colon}{sentence(near, query)}"
    reason = ("; " if query.english else "；").join(filter(None, (understood, told, beside)))
    return Answer(
        question,
        None,
        None,
        None,
        (),
        (),
        reason,
        understood=understood,
        nearest=beside,
        query=parts_of(query),
        near=near,
    )


def _grounds(near: Source, query: Query) -> Grounds:
    """What the nearest figure may be told with; its digits too go through the gate."""
    found = Answer("", quoted(near, query), None, None, (near,), (), "")
    return grounds_of(found, fields_of(near, query))


def _reasons(view: View, query: Query) -> Told | Unknown:
    return Unknown("no_explanations")


_KINDS: dict[Kind, Callable[[View, Query], Told | Unknown]] = {
    Kind.FIGURE: one_figure,
    Kind.LATEST: one_figure,
    Kind.SHARE: share,
    Kind.COMPARE: compared,
    Kind.DIFFERENCE: differing,
    Kind.MOST: extreme,
    Kind.LEAST: extreme,
    Kind.TARGET: aim,
    Kind.WHERE: where,
    Kind.COMMITMENT: measures,
    Kind.OUTCOME: became,
    Kind.WHO: who,
    Kind.CHANGED: changed,
    Kind.WHY: _reasons,
}

"""The front of a clause → who, with whom, when, and the verbs that say what is done."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.commitments import wording
from jiedu.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_ROUNDS = 10  # words in front of a verb; more are no clause
_OWN_VERB = frozenset({"确保", "力争", "争取", "努力", "继续"})
_NEAR = 2
_PHRASE = 6  # characters of a clause in which a verb may be the object of another


class Kind(Enum):
    """What a clause is, by its front."""

    ACT = auto()
    """it has its own verb"""
    LEAD = auto()
    """a time or a preposition with its noun: the next clause goes on"""
    READY = auto()
    """it says that what was named before will be ready"""
    OTHER = auto()


class Front(NamedTuple):
    """The front of a clause.

    Attributes:
        kind: what the clause is.
        action: the verbs with the words of manner before them.
        modal: the first word that says that it is to come, or nothing.
        bare: whether nothing but times and joining words stands before the verbs.
        subject: who stands before the word of what is to come.
        owner: who acts together with the speaker.
        leaning: whether something leans on the verb from in front.
        asked: whether a word that asks stands before the verbs.
        weak: whether it is an act only in a section of plans: no known verb was found, only
            words of manner, or nobody says that it is to come.
    """

    kind: Kind
    action: Span
    modal: str = ""
    bare: bool = True
    subject: str = ""
    owner: str | None = None
    leaning: bool = False
    asked: bool = False
    weak: bool = False


def read_front(normal: str, clause: Span, times: Mapping[int, int]) -> Front:
    """Read the front of a clause.

    Args:
        normal: the release's text in normal form.
        clause: the clause.
        times: where the words of time end, by where they start.
    """
    return _Reader(normal, clause, times).read()


class _Reader:
    """One clause's front."""

    def __init__(self, normal: str, clause: Span, times: Mapping[int, int]) -> None:
        self.normal = normal
        self.times = times
        self.end = clause.end
        self.at = clause.start
        self.modal = ""
        self.last_modal = ""
        self.modal_at = clause.start
        self.subject = ""
        self.owner: str | None = None
        self.asked = False

    def read(self) -> Front:
        self._skip()
        if self.at >= self.end:
            return self._front(Kind.LEAD, self.at, self.at)
        found = (
            self._act()
            or self._behind_somebody()
            or self._behind_a_document()
            or self._after_somebody()
        )
        return found or self._front(Kind.OTHER, self.at, self.at)

    def _behind_somebody(self) -> Front | None:
        """The verbs behind somebody and a word of what is to come."""
        match = wording.with_subject().match(self.normal, self.at, self.end)
        if match is None:
            return None
        self.subject = match["subject"]
        self.modal = self.modal or match["modal"]
        return self._from(match.end())

    def _behind_a_document(self) -> Front | None:
        """The verbs behind a document or a meeting that asks."""
        match = wording.document_asks().match(self.normal, self.at, self.end)
        if match is None:
            return None
        self.asked = True
        return self._from(match.end())

    def _after_somebody(self) -> Front | None:
        """The verbs after somebody, which are a plan only among plans."""
        match = wording.somebody_acts().match(self.normal, self.at, self.end)
        if match is None:
            return None
        self.subject = match["subject"]
        found = self._from(match.end())
        return found._replace(weak=True) if found else None

    def _from(self, at: int) -> Front | None:
        self.at = at
        self._skip()
        return self._act()

    def _skip(self) -> None:
        """Pass over joining words, times, words of what is to come, and partners."""
        for _ in range(_ROUNDS):
            if self.at >= self.end:
                return
            after = self.times.get(self.at)
            if after is not None and after <= self.end:
                behind = wording.behind_a_time().match(self.normal, after, self.end)
                self.at = behind.end() if behind else after
                continue
            match = wording.times().match(self.normal, self.at, self.end)
            if match is not None:
                self.at = match.end()
                continue
            match = wording.modals().match(self.normal, self.at, self.end)
            if match is not None:
                self.modal = self.modal or match.group()
                self.last_modal, self.modal_at = match.group(), self.at
                self.at = match.end()
                continue
            match = wording.joins().match(self.normal, self.at, self.end)
            if match is not None:
                self.at = match.end()
                continue
            match = wording.asked().match(self.normal, self.at, self.end)
            if match is None and self._asks_for_a_time():
                match = wording.asks_word().match(self.normal, self.at, self.end)
            if match is not None:
                self.asked = True
                self.at = match.end()
                continue
            match = wording.partners().match(self.normal, self.at, self.end)
            if match is None:
                return
            self.owner = match["owner"]
            self.at = match.end()

    def _asks_for_a_time(self) -> bool:
        match = wording.asks_word().match(self.normal, self.at, self.end)
        return match is not None and match.end() in self.times

    def _act(self) -> Front | None:
        """The verbs here, or behind what leans on them."""
        if self.normal.startswith(("“", '"'), self.at):
            self._open_quote()
        chain = wording.chain().match(self.normal, self.at, self.end)
        lean = wording.leans().match(self.normal, self.at, self.end)
        if chain is not None and chain["verb"] and (lean is None or lean.end() <= chain.end()):
            return self._verbs(chain)
        if lean is not None:
            return self._leaning(lean)
        if chain is not None:
            return self._behind_manner(chain)
        if self.last_modal in _OWN_VERB and self.at < self.end:
            return self._front(Kind.ACT, self.modal_at, self.modal_at + len(self.last_modal))
        return None

    def _open_quote(self) -> None:
        """Pass over a name in quotation marks, or over the sign that opens somebody's words."""
        closed = self.normal.find("”", self.at, self.end)
        if closed < 0:
            self.at += 1
            self._skip()
            return
        match = wording.strong().search(self.normal, closed, min(closed + 8, self.end))
        if match is not None:
            self.at = match.start()

    def _verbs(self, chain: re.Match[str]) -> Front:
        if chain.end() < self.end:
            return self._front(Kind.ACT, self.at, chain.end())
        if chain.end("verb") < self.end and self.end - self.at >= _PHRASE:
            return self._front(Kind.ACT, self.at, chain.end("verb"))  # the next verb is its object
        ready = wording.ready().search(self.normal, self.at, self.end)
        if ready is not None and self.modal:
            return self._front(Kind.READY, ready.start(), ready.end())
        return self._front(Kind.OTHER, self.at, self.at)  # nothing it is done to

    def _behind_manner(self, chain: re.Match[str]) -> Front | None:
        """Words of manner without a verb: one of them is the verb, or something leans behind."""
        at = chain.end()
        lean = wording.leans().match(self.normal, at, self.end)
        if lean is not None:
            self.at = at
            return self._leaning(lean)
        if at >= self.end:
            return None
        return self._front(Kind.ACT, self.at, at, weak=True)

    def _leaning(self, lean: re.Match[str]) -> Front:
        begin = lean.end() + _NEAR
        found = (
            list(wording.strong().finditer(self.normal, begin, self.end))
            if begin < self.end
            else []
        )
        found = [match for match in found if match.end() < self.end]
        if not found:
            return self._front(Kind.LEAD, self.at, self.at, leaning=True)
        last = lean.group() in {"把", "将", "由", "为"}
        match = found[-1] if last else self._first(found)
        return self._front(Kind.ACT, match.start(), match.end(), leaning=True)

    def _first(self, found: list[re.Match[str]]) -> re.Match[str]:
        """The first verb behind the end of a list or a place, else the first."""
        for match in found:
            before = self.normal[match.start() - 1]
            if before in "等中上下里内”》后间面":
                return match
        return found[0]

    def _front(
        self, kind: Kind, start: int, end: int, *, leaning: bool = False, weak: bool = False
    ) -> Front:
        return Front(
            kind,
            Span(start, max(start, end)) if end > start else Span(start, start + 1),
            modal=self.modal,
            bare=not self.subject,
            subject=self.subject,
            owner=self.owner,
            leaning=leaning,
            asked=self.asked,
            weak=weak,
        )

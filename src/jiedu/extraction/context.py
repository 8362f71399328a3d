"""What a release has said so far: the time it speaks of, the subject, facts or plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from jiedu.lexicon import When, resolve
from jiedu.model import Measure, Status


@dataclass(slots=True)
class Context:
    """The running state of one release's extraction; lives and dies within one call.

    Attributes:
        published: the release's date.
        period: the last period said, ``None`` before the first.
        default: the period a new point falls back to.
        fallback: the day of publication, once the topic has said 今天 or 日前.
        frame: the year the text speaks of, where it has said one.
        plan: the last five-year plan or review of years that was spoken of.
        agenda: whether what is said are plans.
        names: the indicators of the last figures, for clauses without a subject.
        measure: the kind of the last figure.
        basis: the basis of the last growth.
        action: the verb that counted the last figure.
        aspect: what the sentence is about (…方面), for outputs named without their product.
        section: whether the text is a report whose sections set the time: every sentence
            falls back to ``default``.
        group: the start of the sentence, taken from one full stop to the next.
        expected: the group that turned to a goal or an expectation, and which of them.
        moody: whether the sentence has any word that may tell a goal or an expectation.
        named: the group that the names were said in.
        rises: whether the last figure of this sentence was an amount that changed.
        viewed: the basis that the line was said to look at (从环比看), or ``None``.
        started: the sentence's group and the period of what a rise started from (从2015年的…).
        rose: 1 where the last figure was the size of a rise that changed (涨幅由…), -1 where it
            was that of a fall (降幅由…), else 0.
        topic: the subject of the short sentence before, where it had no figure.
    """

    published: date
    period: When | None = None
    default: When | None = None
    fallback: When | None = None
    frame: int | None = None
    plan: When | None = None
    agenda: bool = False
    line_agenda: bool = False
    names: tuple[str, ...] = ()
    recent: list[str] = field(default_factory=list)
    measure: Measure | None = None
    basis: str | None = None
    action: str = ""
    topic: str = ""
    aspect: str = ""
    section: bool = False
    group: int = 0
    expected: tuple[int, Status] = (-1, Status.ACTUAL)
    moody: bool = True
    named: int = -1
    rises: bool = False
    viewed: str | None = None
    started: tuple[int, str] | None = None
    rose: int = 0

    def resolve(self, words: str) -> When:
        """The time some words mean here."""
        return resolve(words, self.published, self.frame)

    def speak_of(self, when: When) -> None:
        """Take a period as the one the text now speaks of."""
        if when.period is None:
            return
        self.plan_on(when)
        first, slash, last = when.period.partition("/")
        if slash and len(first) == len(last) == 4 and not when.plan:
            return  # a range of years holds for its own sentence
        if when.period == str(self.published.year) and self._within(when.period):
            return  # 2023年… in a half-year's text names something of the year
        self.period = when
        self.frame_on(when)

    def _within(self, year: str) -> bool:
        """Whether the text speaks of a part of a year by default."""
        default = self.default
        return (
            default is not None and default.period is not None and default.period[:5] == f"{year}-"
        )

    def plan_on(self, when: When) -> None:
        """Take a span as the plan that growths a year belong to."""
        if when.plan and when.period and "/" in when.period:
            self.plan = when

    def frame_on(self, when: When) -> None:
        """Take the year of a period as the one months and quarters belong to."""
        if when.explicit and when.period:
            year = int(when.period.rpartition("/")[2][:4])
            if year <= self.published.year:
                self.frame = year

    def new_topic(self) -> None:
        """Forget what an earlier item of the same release spoke of."""
        self.period = self.fallback = self.frame = self.plan = None
        self.names = ()
        self.recent.clear()
        self.measure = self.basis = None

    def said(
        self, names: tuple[str, ...], measure: Measure, action: str, basis: str | None
    ) -> None:
        """Keep what a phrase said, for the phrases after it."""
        self.names = names
        self.measure = measure
        self.action = action
        self.topic = ""
        self.named = self.group
        self.rises = measure is Measure.LEVEL_CHANGE
        if measure is Measure.GROWTH and basis:
            self.basis = basis
        for name in names:
            if not self.recent or self.recent[-1] != name:
                self.recent.append(name)
        del self.recent[:-6]

    @property
    def planned(self) -> bool:
        """Whether an unmarked clause tells a plan."""
        return self.agenda or self.line_agenda

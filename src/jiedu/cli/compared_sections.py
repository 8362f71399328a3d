"""A comparison section by section, each list with its heading and its limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.cli.compared import figures_moved, figures_told, measure_lines, sentence_lines
from jiedu.cli.output import console, counted, say, visible
from jiedu.model import Change, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Comparison, FigureChange, Release

_MEASURES = {
    Change.CHANGED: "measures that go on",
    Change.NEW: "new measures",
    Change.GONE: "dropped measures",
}
_NAMES = {Change.NEW: "programmes that appear", Change.GONE: "programmes that vanish"}
_PHRASES = {Change.NEW: "wording added", Change.GONE: "wording gone"}
_SENTENCES = {
    Change.CHANGED: "sentences reworded",
    Change.NEW: "sentences added",
    Change.GONE: "sentences left out",
}


class Sections:
    """Prints a comparison.

    Args:
        found: the comparison.
        limit: the most that a list shows; ``None`` for all, unchanged figures too.
    """

    def __init__(self, found: Comparison, limit: int | None) -> None:
        self.found = found
        self.limit = limit

    def show(self) -> None:
        """Everything, or a word where nothing changed."""
        say(f"{_headline(self.found.old)}\n{_headline(self.found.new)}", style="bold")
        if not any(self._listed()):
            say("nothing changed")
        self._figures()
        self._measures()
        self._names()
        self._phrases()
        self._sentences()

    def _listed(self) -> Iterator[object]:
        """Whatever is not the same in both."""
        found = self.found
        yield from (item for item in found.figures if item.change is not Change.SAME)
        yield from (found.measures, found.programmes, found.phrases, found.sentences)

    def _heading(self, words: str, total: int) -> bool:
        """A heading, where there is something below it."""
        if not total:
            return False
        cut = "" if self.limit is None or total <= self.limit else f", {self.limit} shown"
        say(f"\n{words} ({total:,}{cut})", style="bold")
        return True

    def _figures(self) -> None:
        goals = [item for item in self.found.figures if item.told.status is not Status.ACTUAL]
        facts = [item for item in self.found.figures if item.told.status is Status.ACTUAL]
        for noun, items in (("goals", goals), ("figures", facts)):
            moved = [item for item in items if item.change is Change.CHANGED]
            same = [item for item in items if item.change is Change.SAME]
            if self._heading(f"{noun} that moved", len(moved)):
                console.print(figures_moved(moved[: self.limit]))
            if same and self.limit is None and self._heading(f"{noun} unchanged", len(same)):
                console.print(figures_moved(same))
            elif same:
                say(f"{counted(len(same), noun[:-1])} unchanged: see --all")
            self._told(noun, items)

    def _told(self, noun: str, items: Sequence[FigureChange]) -> None:
        for change, words in ((Change.GONE, "before"), (Change.NEW, "now")):
            told = [item for item in items if item.change is change]
            if self._heading(f"{noun} told {words} only", len(told)):
                console.print(figures_told(told[: self.limit]))

    def _measures(self) -> None:
        for change, words in _MEASURES.items():
            some = [item for item in self.found.measures if item.change is change]
            if self._heading(words, len(some)):
                for line in measure_lines(self.found, some[: self.limit]):
                    say(line)

    def _names(self) -> None:
        for change, words in _NAMES.items():
            some = [item for item in self.found.programmes if item.change is change]
            if self._heading(words, len(some)):
                shown = some[: self.limit]
                say("  " + "  ".join(f"{visible(item.name)}{_times(item.count)}" for item in shown))

    def _phrases(self) -> None:
        """The phrases that grew among those added, those that faded among those gone."""
        for change, words in _PHRASES.items():
            some = [
                item
                for item in self.found.phrases
                if (item.new_count > item.old_count) == (change is Change.NEW)
            ]
            if self._heading(words, len(some)):
                say(
                    "  "
                    + "  ".join(
                        f"{visible(item.phrase)}{_counts(item.old_count, item.new_count)}"
                        for item in some[: self.limit]
                    )
                )

    def _sentences(self) -> None:
        lines = sentence_lines(self.found)
        for change, words in _SENTENCES.items():
            if self._heading(words, len(lines[change])):
                for line in lines[change][: self.limit]:
                    say(line)


def _headline(release: Release) -> str:
    return f"{release.published}  {visible(release.title)}  ({release.id})"


def _times(count: int) -> str:
    return f" ×{count}" if count > 1 else ""


def _counts(old: int, new: int) -> str:
    return f" {old}→{new}" if old and new else _times(max(old, new))

"""A comparison section by section, each list with its heading and its limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.cli.compared import figures_moved, figures_told, measure_lines, sentence_lines
from jiedu.cli.output import console, counted, say, visible
from jiedu.comparison import parts_of

if TYPE_CHECKING:
    from jiedu.comparison import Moves
    from jiedu.model import Comparison, Release


class Sections:
    """Prints a comparison.

    Args:
        found: the comparison.
        limit: the most that a list shows; ``None`` for all, unchanged figures too.
    """

    def __init__(self, found: Comparison, limit: int | None) -> None:
        self.found = found
        self.limit = limit
        self._parts = parts_of(found)

    def show(self) -> None:
        """Everything, or a word where nothing changed."""
        say(f"{_headline(self.found.old)}\n{_headline(self.found.new)}", style="bold")
        if not self._parts.any:
            say("nothing changed")
        self._figures("goals", self._parts.goals)
        self._figures("figures", self._parts.facts)
        self._measures()
        self._names()
        self._phrases()
        self._sentences()

    def _heading(self, words: str, total: int) -> bool:
        """A heading, where there is something below it."""
        if not total:
            return False
        cut = "" if self.limit is None or total <= self.limit else f", {self.limit} shown"
        say(f"\n{words} ({total:,}{cut})", style="bold")
        return True

    def _figures(self, noun: str, moves: Moves) -> None:
        if self._heading(f"{noun} that moved", len(moves.changed)):
            console.print(figures_moved(moves.changed[: self.limit]))
        if moves.same and self.limit is None:
            self._heading(f"{noun} unchanged", len(moves.same))
            console.print(figures_moved(moves.same))
        elif moves.same:
            say(f"{counted(len(moves.same), noun[:-1])} unchanged: see --all")
        for told, words in ((moves.gone, "before"), (moves.new, "now")):
            if self._heading(f"{noun} told {words} only", len(told)):
                console.print(figures_told(told[: self.limit]))

    def _measures(self) -> None:
        for some, words in (
            (self._parts.continued, "measures that go on"),
            (self._parts.new_measures, "new measures"),
            (self._parts.dropped, "dropped measures"),
        ):
            if self._heading(words, len(some)):
                for line in measure_lines(self.found, some[: self.limit]):
                    say(line)

    def _names(self) -> None:
        for some, words in (
            (self._parts.named, "programmes that appear"),
            (self._parts.unnamed, "programmes that vanish"),
        ):
            if self._heading(words, len(some)):
                shown = some[: self.limit]
                say("  " + "  ".join(f"{visible(item.name)}{_times(item.count)}" for item in shown))

    def _phrases(self) -> None:
        for some, words in (
            (self._parts.grown, "wording added"),
            (self._parts.faded, "wording gone"),
        ):
            if self._heading(words, len(some)):
                say(
                    "  "
                    + "  ".join(
                        f"{visible(item.phrase)}{_counts(item.old_count, item.new_count)}"
                        for item in some[: self.limit]
                    )
                )

    def _sentences(self) -> None:
        for some, words in (
            (self._parts.reworded, "sentences reworded"),
            (self._parts.added, "sentences added"),
            (self._parts.left_out, "sentences left out"),
        ):
            if self._heading(words, len(some)):
                for line in sentence_lines(self.found, some[: self.limit]):
                    say(line)


def _headline(release: Release) -> str:
    return f"{release.published}  {visible(release.title)}  ({release.id})"


def _times(count: int) -> str:
    return f" ×{count}" if count > 1 else ""


def _counts(old: int, new: int) -> str:
    return f" {old}→{new}" if old and new else _times(max(old, new))

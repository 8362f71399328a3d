"""``jiedu ask``: a question, answered from the store with its citations."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import print_rows, say, warn
from jiedu.cli.rows import commitment_row, entry_row, record_row
from jiedu.model import Answer, Promise, record_of
from jiedu.questions import ask, phrase
from jiedu.store import View


def run(
    ctx: typer.Context,
    question: Annotated[list[str], typer.Argument(help="In Chinese or English.")],
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the answer to a question, or that the store does not know."""
    answer = ask(View(ctx.obj), " ".join(question), day(as_of, "--as-of"))
    if form is not Format.TABLE:
        print_answer(answer, form)
        return
    _print(answer)


def _print(answer: Answer) -> None:
    """Print an answer for people, in the language of the question.

    Raises:
        typer.Exit: with status 1 where there is none.
    """
    asked = answer.question
    say(f"{phrase('understood', asked)}: {answer.understood}", "dim")
    if answer.answer is not None:
        say(answer.answer)
        return
    why = answer.reason.removeprefix(answer.understood).removesuffix(answer.nearest)
    warn(f"{phrase('unknown', asked)}: {why.strip('；; ')}")
    if answer.nearest:
        say(answer.nearest)
    raise typer.Exit(1)


def print_answer(answer: Answer, form: Format) -> None:
    """Print an answer for programs: one object, not a list."""
    row = answer_row(answer)
    if form is Format.CSV:
        flat = {name: row[name] for name in ("question", "answer", "value", "unit", "reason")}
        print_rows([flat], form, tuple(flat))
    else:
        print_rows([row], Format.JSONL)


def answer_row(answer: Answer) -> dict[str, Any]:
    """An answer with its figures and measures."""
    return {
        "question": answer.question,
        "answer": answer.answer,
        "value": answer.value,
        "unit": answer.unit,
        "observations": [
            record_row(record_of(fact.observation, fact.release, fact.published, fact.sentence))
            for fact in answer.observations
        ],
        "commitments": [_measure_row(answer, made) for made in answer.commitments],
        "reason": answer.reason,
    }


def _measure_row(answer: Answer, made: Promise) -> dict[str, Any]:
    """A measure of an answer, with what became of it where the answer says so."""
    for entry in answer.entries:
        if entry.promise == made:
            return entry_row(entry)
    return commitment_row(made.commitment, made.release, made.published, made.text)

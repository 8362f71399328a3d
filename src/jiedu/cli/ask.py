"""``jiedu ask``: a question, answered from the store with its citations."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from jiedu.assist import Assistant, settings_of, suggest
from jiedu.cli.options import AssistOption, Format, FormatOption, day
from jiedu.cli.output import print_rows, say, warn
from jiedu.exports.answer_rows import answer_row
from jiedu.model import Answer
from jiedu.questions import ask, names_nothing, phrase
from jiedu.store import View

_FLAT = ("question", "answer", "value", "unit", "reason", "assisted")


def run(
    ctx: typer.Context,
    question: Annotated[list[str], typer.Argument(help="In Chinese or English.")],
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    assisted: AssistOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the answer to a question, or that the store does not know."""
    asked = " ".join(question).strip()
    if not asked:
        raise typer.BadParameter(
            "it is empty; ask one, as 最新的制造业PMI是多少", param_hint="QUESTION"
        )
    assistant = Assistant(settings_of(os.environ), warn) if assisted else None
    view, known = View(ctx.obj), day(as_of, "--as-of")
    answer = ask(view, asked, known)
    if assistant is not None and answer.answer is None:
        answer = _with_help(view, answer, known, assistant)
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


def _with_help(view: View, answer: Answer, known: date | None, assistant: Assistant) -> Answer:
    """What is answered once a model has said which indicator some words mean, if it can."""
    today = known or datetime.now(UTC).date()
    if not names_nothing(answer.question, today):
        return answer
    suggestion = suggest(answer.question, assistant, today)
    if suggestion is None:
        return answer
    found = ask(view, suggestion.question, known)
    told = f"{phrase('helped', answer.question)}: {suggestion.told}"
    understood = f"{found.understood}; {told}"
    return replace(
        found,
        question=answer.question,
        understood=understood,
        reason=understood + found.reason.removeprefix(found.understood),
        assisted=suggestion.told,
    )


def print_answer(answer: Answer, form: Format) -> None:
    """Print an answer for programs: one object, not a list."""
    row = answer_row(answer)
    if form is Format.CSV:
        flat = {name: row[name] for name in _FLAT}
        print_rows([flat], form, tuple(flat))
    else:
        print_rows([row], Format.JSONL)

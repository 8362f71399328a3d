"""``jiedu judge``: what a person says about a link of the ledger."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from jiedu.cli.output import say
from jiedu.model import Ruling, Span, State
from jiedu.pipeline.ledger import decide

_MEASURE = re.compile(r"(?P<release>.+)@(?P<start>\d+)(?:#(?P<target>\d+))?")
_PLACE = re.compile(r"(?P<release>.+)@(?P<start>\d+)-(?P<end>\d+)")


def run(
    ctx: typer.Context,
    ruling: Annotated[Ruling, typer.Argument(help="What you decide.")],
    measure: Annotated[
        str,
        typer.Argument(
            metavar="RELEASE@START[#TARGET]", help="The measure, and the goal where it has one."
        ),
    ],
    evidence: Annotated[
        str, typer.Argument(metavar="RELEASE@START-END", help="The later sentence.")
    ],
    state: Annotated[
        State | None, typer.Option(help="What the sentence makes of the measure.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why.")] = "",
) -> None:
    """Confirm, reject or add a link; your word is kept and wins over what is found."""
    about = _MEASURE.fullmatch(measure)
    if about is None:
        raise typer.BadParameter("write RELEASE@START, as jiedu track shows it", param_hint=measure)
    place = _PLACE.fullmatch(evidence)
    if place is None or int(place["start"]) >= int(place["end"]):
        raise typer.BadParameter(
            "write RELEASE@START-END, as jiedu track shows it", param_hint=evidence
        )
    made = decide(
        ctx.obj,
        about["release"],
        int(about["start"]),
        ruling,
        (place["release"], Span(int(place["start"]), int(place["end"]))),
        target=int(about["target"]) if about["target"] else None,
        state=state,
        note=note,
    )
    word = {Ruling.CONFIRM: "confirmed", Ruling.REJECT: "rejected", Ruling.ADD: "added"}
    say(f"{word[made.ruling]}: {made.evidence.sentence}")

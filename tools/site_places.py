"""The pages of the server over the samples, by name: what is walked, photographed and measured."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

INTERVIEW = "sample-2023h1-miit-interview"


class Place(NamedTuple):
    """A page.

    Attributes:
        name: of its picture.
        path: where it is.
        refused: whether the server refuses it.
    """

    name: str
    path: str
    refused: bool = False


PLACES = (
    Place("home", "/"),
    Place("panel", "/panels/five_g"),
    Place("provinces", "/panels/provinces"),
    Place("releases", "/releases"),
    Place("release", f"/releases/{INTERVIEW}"),
    Place("passage", f"/releases/{INTERVIEW}?at=120-160#at"),
    Place("indicators", "/indicators"),
    Place("indicator", "/indicators/5g.stations"),
    Place("checks", "/checks"),
    Place("ledger", "/ledger"),
    Place("timeline", "/ledger/timeline"),
    Place("ask", "/ask"),
    Place("answer", f"/ask?question={quote('2023年6月末5G基站有多少？')}"),
    Place("measures", f"/ask?question={quote('5G工厂的目标完成了吗？')}"),
    Place("no-answer", f"/ask?question={quote('2030年5G基站有多少？')}"),
    Place("search", f"/search?words={quote('5G 基站')}"),
    Place("choice", f"/compare?a={quote('通信业')}&b=sample-2023-telecom"),
    Place("comparison", "/compare?a=sample-2022q3-telecom&b=sample-2023-telecom"),
    Place("changes", "/compare?a=sample-2022q3-telecom&b=sample-2023-telecom&part=figures_new"),
    Place("add", "/add"),
    Place("session", "/session"),
    Place("not-found", "/releases/none", refused=True),
)
"""Every page, each as it looks with something on it."""

"""The pages of the server over the samples, by name: what is walked, photographed and measured."""

from __future__ import annotations

from typing import NamedTuple

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
    Place("checks", "/checks"),
    Place("ledger", "/ledger"),
    Place("timeline", "/ledger/timeline"),
    Place("add", "/add"),
    Place("session", "/session"),
    Place("not-found", "/releases/none", refused=True),
)
"""Every page, each as it looks with something on it."""

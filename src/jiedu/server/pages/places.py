"""Where a page may send a browser: to this server alone."""

from __future__ import annotations


def own_place(back: str) -> str:
    """A path of this server; that of the first page where it leads elsewhere."""
    inside = back.startswith("/") and not back.startswith("//")
    return back if inside and back.isprintable() and "\\" not in back else "/"

"""Two wordings of one sentence in one line."""

from __future__ import annotations

from jiedu.comparison import reworded

_AROUND = 6  # characters of what stayed that are shown beside what changed
_LONGEST = 24  # characters of a change that are shown


def marked(old: str, new: str) -> str:
    """The newer wording with what was taken out as ``[-…-]`` and what came in as ``{+…+}``.

    Long stretches that stayed the same are left out.
    """
    stretches = reworded(old, new)
    if all(stretch.kept for stretch in stretches):
        return new
    last = len(stretches) - 1
    parts: list[str] = []
    for at, (kept, out, into) in enumerate(stretches):
        parts.append(_kept(kept, first=at == 0, last=at == last))
        parts.append(f"[-{_short(out)}-]" if out else "")
        parts.append(f"{{+{_short(into)}+}}" if into else "")
    return "".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"


def _kept(text: str, *, first: bool, last: bool) -> str:
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    if len(text) <= len(head) + len(tail) + 1:
        return text
    return f"{head}…{tail}"

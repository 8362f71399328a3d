"""Questions that show what can be asked, from ``data/questions.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jiedu.model import Language

_ORDER = (Language.ZH, Language.EN)


class Examples(NamedTuple):
    """Questions of one kind.

    Attributes:
        name: of the kind, in the page's language.
        questions: in the page's language first, then in the other one.
    """

    name: str
    questions: tuple[str, ...]


@cache
def examples(language: Language) -> tuple[Examples, ...]:
    """Questions of each kind, for a page in some language."""
    table = tomllib.loads((files(__package__) / "data" / "questions.toml").read_text("utf-8"))
    return tuple(
        Examples(
            kind["name"][_ORDER.index(language)],
            tuple(kind[language]) + tuple(kind[_other(language)])[:1],
        )
        for kind in table["kind"]
    )


def _other(language: Language) -> Language:
    return Language.EN if language is Language.ZH else Language.ZH

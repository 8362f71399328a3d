"""Texts that every store can hold.

A server takes no NUL character, and no encoding holds half of a surrogate pair. A file could keep
the first, and is not asked to, so that both say the same of the same text.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from jiedu.errors import InputError

if TYPE_CHECKING:
    from jiedu.model import Record, Release, Table

_UNSAVABLE = re.compile("[\0\ud800-\udfff]")


def refuse_unsavable(item: Release | Table | Record, document: str) -> None:
    """Refuse what a store cannot hold as it is.

    Args:
        item: whose texts are looked at.
        document: the id of the release or the table, for the error.

    Raises:
        InputError: where one of them holds such a character; it says where.
    """
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, str):
            refuse_text(value, field.name, document)


def refuse_text(text: str, name: str, document: str) -> None:
    """Refuse one text, called ``name`` in the error; see `refuse_unsavable`."""
    found = _UNSAVABLE.search(text)
    if found is not None:
        what = "a NUL character" if found.group() == "\0" else "half of a surrogate pair"
        raise InputError(
            f"the {name} holds {what}",
            document=_UNSAVABLE.sub("\ufffd", document),
            offset=found.start(),
            hint="it was not saved; take the character out, or put U+FFFD in its place",
        )

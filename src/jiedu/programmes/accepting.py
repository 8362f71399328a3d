"""Writing a name that a person accepts into the user's own file."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from jiedu.catalogue.users_programmes import known_programmes, parse_programmes
from jiedu.errors import InputError

if TYPE_CHECKING:
    from jiedu.catalogue import Programme, ProgrammeNames

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEADER = (
    "# My programmes, over those that come with jiedu: [plans.KEY], [documents.KEY] or\n"
    "# [programmes.KEY], each with name, english, aliases, years, owner, field.\n"
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a person says of a new programme; ``None`` and nothing are left out of the file."""

    name: str
    key: str | None = None
    english: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str = "programme"
    years: tuple[int, int] | None = None
    owners: tuple[str, ...] = ()
    field: str | None = None


def accept(new: Accepted, path: Path) -> Programme:
    """Write a programme to the end of the user's file; everything else in it stays as it is.

    The file is replaced in one step, so that a reader sees the old or the new one.

    Args:
        new: the programme; without a key it is made of the English name, else of the Chinese.
        path: the user's file, which need not be there.

    Raises:
        InputError: where the key or one of the names is known, or the file is wrong or cannot be
            written; nothing is written then.
    """
    names = known_programmes(path)
    key = new.key or _key_of(new)
    _refuse_known(new, key, names, path)
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else _HEADER
    text = f"{before.rstrip()}\n\n{_row(new, key)}"
    made = _parsed(text, path, key)
    _replace(path, text)
    return made


def _parsed(text: str, path: Path, key: str) -> Programme:
    try:
        return parse_programmes(text, path)[key]
    except InputError as error:  # the file was right before, so it is the new row
        raise InputError(error.message, hint="nothing was written; say it otherwise") from error


def _key_of(new: Accepted) -> str:
    words = re.findall(r"[a-z0-9]+", (new.english or "").lower())
    return "_".join(words) or re.sub(r"[“”‘’《》\"'\s]", "", new.name)


def _refuse_known(new: Accepted, key: str, names: ProgrammeNames, path: Path) -> None:
    if key in names.programmes:
        raise InputError(
            f"there is a programme {key} already: {names.programmes[key].name}",
            hint=f"give another --key, or change its row in {path}",
        )
    for word in (new.name, *new.aliases):
        known = names.of(word)
        if known is not None:
            raise InputError(
                f"{word} is known already, as {known.key}: {known.name}",
                hint=f"nothing is to be done, or write a row of the key {known.key} in {path}",
            )


def _row(new: Accepted, key: str) -> str:
    fields = {
        "name": new.name,
        "english": new.english,
        "aliases": list(new.aliases),
        "years": list(new.years or ()),
        "owner": list(new.owners),
        "field": new.field,
    }
    lines = [f"[{new.kind}s.{key if _BARE.fullmatch(key) else _toml(key)}]"]
    lines += [f"{name} = {_toml(value)}" for name, value in fields.items() if value]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """A string, a number or a list of them; TOML writes them as JSON does, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _replace(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link stays a link
        handle, name = mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"it cannot be written: {error.strerror}",
            document=str(path),
            hint="set $JIEDU_PROGRAMMES to a file that can be",
        ) from error

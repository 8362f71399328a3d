"""What could not be read: told at the end, and kept in a list that is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.cli.output import note
from jiedu.errors import InputError
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jiedu.errors import JieduError

_SHOWN = 20
_INPUT = "-"


def listed(path: Path) -> list[str]:
    """The sources of a list, one a line; none where there is no list yet.

    Raises:
        InputError: where it cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "the list cannot be read",
            document=str(path),
            hint="it holds the name of a source in each line, in UTF-8",
        ) from error
    return [line for line in lines if line.strip()]


def keep_list(path: Path, failures: Sequence[JieduError]) -> None:
    """Put the sources that failed into a list, each once; one without them is empty.

    Raises:
        ExportError: where it cannot be written.
    """
    sources = dict.fromkeys(error.source for error in failures)
    kept = [source for source in sources if source and source != _INPUT and "\n" not in source]
    with replacing(path) as part:
        part.write_text("".join(f"{source}\n" for source in kept), "utf-8", "surrogateescape")


def tell(failures: Sequence[JieduError], of: int, path: Path | None) -> None:
    """Say at the end what could not be read, where there was more than that one."""
    if not failures or of < 2:
        return
    note(f"{len(failures):,} of {of:,} could not be read:")
    for error in failures[:_SHOWN]:
        place = error.document or error.source
        where = place if error.offset is None else f"{place}:{error.offset}"
        note(f"  {where}: {error.message}")
    if len(failures) > _SHOWN:
        note(f"  … and {len(failures) - _SHOWN:,} more")
    if path is None:
        note("with --retry FILE they are kept in a list, and read again from it")
    else:
        note(f"they are kept in {path}; jiedu read --retry {path} reads them again")

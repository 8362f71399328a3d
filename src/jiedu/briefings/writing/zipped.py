"""A ZIP package without the moment it was made, so that the same document is the same file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that the format knows


def undated(package: bytes) -> bytes:
    """The same package with every member of one moment."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            told = ZipInfo(member.filename, _BEGINNING)
            told.compress_type = ZIP_DEFLATED
            new.writestr(told, old.read(member))
    return made.getvalue()

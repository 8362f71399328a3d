"""A briefing into a file, by the file's ending; the libraries of a form load when it is asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from jiedu.errors import InputError
from jiedu.exports.failures import MissingError

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Briefing

_FORMS = {
    ".md": ("markdown", "write_markdown"),
    ".html": ("html", "write_html"),
    ".docx": ("docx", "write_docx"),
    ".pdf": ("pdf", "write_pdf"),
}
_PACKAGES = {"matplotlib": "matplotlib", "docx": "python-docx", "typst": "typst"}

ENDINGS = tuple(_FORMS)
"""The endings of files that a briefing can be written into."""


def check_ending(path: Path) -> str:
    """The ending of a file.

    Raises:
        InputError: where it says no form of document.
    """
    ending = path.suffix.lower()
    if ending not in _FORMS:
        raise InputError(
            "the file's ending says no form of document",
            document=str(path),
            hint=f"end it in {', '.join(ENDINGS)}",
        )
    return ending


def write_briefing(briefing: Briefing, path: Path) -> list[Path]:
    """Write a briefing, and say which files were written; Markdown has its charts beside it.

    Args:
        briefing: the document.
        path: the file; one that is there is replaced.

    Raises:
        InputError: where the ending says no form of document.
        MissingError: where a library is not installed.
        FontError: where no font with Chinese characters is there, or it lacks one of them.
        ExportError: where a file cannot be written.
    """
    module, name = _FORMS[check_ending(path)]
    try:
        write = getattr(import_module(f"jiedu.briefings.writing.{module}"), name)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _PACKAGES:
            raise
        raise MissingError(
            f"{_PACKAGES[missing]} is not installed", hint='pip install "jiedu[brief]"'
        ) from error
    files: list[Path] = write(briefing, path)
    return files

"""The error tree of jiedu.

JieduError
├── InputError            the user's input cannot be used; says what, where, what to do
│   ├── EncodingError     bytes that are no text in a known encoding
│   ├── NoTextError       an empty document, a binary file, a folder without texts
│   ├── NoDateError       the published date stands nowhere; `--published` gives it
│   ├── BadLineError      one broken line of a collection; the other lines are read
│   ├── QueryError        the SQL cannot be run on a snapshot, or takes too much (exports)
│   ├── SettingsError     a model's endpoint is not set, or set to what cannot be used (assist)
│   ├── FetchError        a page must not be asked, or what came cannot be used (readers/web)
│   └── MissingError      an optional package is not installed
├── StoreError            the store cannot be opened, read or written
├── FontError             no font with Chinese characters, or one that lacks some (briefings)
├── ExportError           a file or a snapshot cannot be written, or a snapshot read (exports)
├── DeliveryError         a webhook does not take what is reported (pipeline/watching)
├── BatchError            a run over many releases cannot begin or go on (batch)
├── AssistError           a model gave no answer, or none that can be used (assist)
└── NotFoundError         no such release, indicator or series in the store

The errors of one folder (in brackets) stand there, in a file of their own.

Everything else that escapes is a bug of jiedu's own.
"""

from __future__ import annotations


class JieduError(Exception):
    """Anything jiedu can explain: what failed, in which document and offset, what to do.

    Args:
        message: what failed.
        document: the file, release id or URL it failed on.
        offset: the place in it, in code points (or the line number of a collection).
        hint: what the user can do about it.

    Attributes:
        source: what was to be read when it failed, as the user may name it again; set by readers.
    """

    def __init__(
        self, message: str, *, document: str = "", offset: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.document = document
        self.offset = offset
        self.hint = hint
        self.source = ""

    def __str__(self) -> str:
        where = self.document if self.offset is None else f"{self.document}:{self.offset}"
        parts = [f"{where}: {self.message}" if where else self.message]
        if self.hint:
            parts.append(self.hint)
        return "; ".join(parts)


class InputError(JieduError):
    """The user's input cannot be used as it is."""


class EncodingError(InputError):
    """The bytes are no text in UTF-8, GB18030 or Big5."""


class NoTextError(InputError):
    """There is no text to read: an empty or binary file, a folder without texts."""


class NoDateError(InputError):
    """The text does not say when it was published, and nobody else did."""


class BadLineError(InputError):
    """A line of a collection is broken; `offset` is its number, counted from 1."""


class MissingError(InputError):
    """An optional package that was asked for is not installed."""


class StoreError(JieduError):
    """The store file cannot be opened, read or written."""


class NotFoundError(JieduError):
    """The store holds no such release, indicator or series."""

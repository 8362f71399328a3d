"""A page → its text, with its title, its date and its publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from jiedu.errors import InputError, NoTextError
from jiedu.readers.extracted import Extracted
from jiedu.readers.pages.choosing import choose
from jiedu.readers.pages.depth import is_deep
from jiedu.readers.pages.encoding import decode_page
from jiedu.readers.pages.facts import NOTES, Meta, published_of, publisher_of, title_of
from jiedu.readers.pages.furniture import bare, is_prose, kept_lines
from jiedu.readers.pages.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.readers.pages.lines import Line

_WIDEST = 300  # characters of a line in which a date or a source may stand
_HEAD = 60  # lines above the first sentence in which a title and a date may stand


def read_page(data: bytes, name: str, charset: str = "") -> Extracted:
    """The text of a page: its title, then a line for each paragraph and each row of a table.

    Args:
        data: the bytes of the page.
        name: the document, for errors.
        charset: the encoding that a server says.

    Raises:
        EncodingError: where the bytes are in no known encoding.
        NoTextError: where it holds no text.
        InputError: where its elements nest too deeply.
    """
    html = decode_page(data, charset, name)
    if is_deep(html):  # to build the tree of such a page alone takes the square of its length
        raise _deep(name)
    try:
        return _read(html, name)
    except RecursionError as error:
        raise _deep(name) from error


def _read(html: str, name: str) -> Extracted:
    tree = LexborHTMLParser(html)
    body = tree.body
    if body is None:
        raise _empty(name)
    everything = lines_of(body)
    chosen = choose(tree, body)
    inside = lines_of(chosen.node, chosen.skipped)
    head = _head(everything, inside)
    meta = Meta(tree)
    title = title_of(tree, meta, head)
    text = _text(title, inside)
    if not text:
        raise _empty(name)
    shown = "\n".join(line.text[:_WIDEST] for line in head)
    return Extracted(
        text=text,
        title=title,
        published=published_of(meta, shown),
        publisher=publisher_of(tree, meta, shown),
    )


def _head(everything: Sequence[Line], inside: Sequence[Line]) -> list[Line]:
    """The lines of a page before the first sentence of its text."""
    first = next((line for line in inside if is_prose(line)), None)
    if first is None:
        return list(everything[:_HEAD])
    at = next((at for at, line in enumerate(everything) if line.text == first.text), _HEAD)
    return list(everything[max(0, at - _HEAD) : at])


def _text(title: str, inside: Sequence[Line]) -> str:
    """The kept text: what stands above the title is left out."""
    first = next((at for at, line in enumerate(inside) if is_prose(line)), len(inside))
    plain = bare(title)
    at = next((at for at in range(first) if plain and _is_title(inside[at], plain)), None)
    shown = title if at is None else NOTES.sub("", inside[at].text)
    lines = kept_lines(inside if at is None else inside[at + 1 :])
    if not lines:
        return ""
    return "\n".join(
        [shown, *(line.text for line in lines)] if shown else [line.text for line in lines]
    )


def _is_title(line: Line, plain: str) -> bool:
    return (
        not line.row and bare(line.text).startswith(plain) and len(bare(line.text)) < len(plain) + 8
    )


def _deep(name: str) -> InputError:
    return InputError(
        "the parts of the page nest too deeply",
        document=name,
        hint="save its text as .txt and read that",
    )


def _empty(name: str) -> NoTextError:
    return NoTextError(
        "the page holds no text",
        document=name,
        hint="it may be made by a script: save it from a browser and read that",
    )

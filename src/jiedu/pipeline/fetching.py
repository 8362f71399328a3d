"""An address of the web → a release, which is not saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.readers import read_link

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Release
    from jiedu.readers.web import Rules


def fetch_release(url: str, published: date | None = None, rules: Rules | None = None) -> Release:
    """What stands at an address: text, title, date and publisher, and the bytes as they came.

    Blocks for as long as it takes, but never longer than the rules allow. To save it, give it to
    `jiedu.pipeline.saving.read_into`.

    Args:
        url: an http or https address, as a person typed it.
        published: when it was published, where the page does not say.
        rules: what may be fetched; the strict ones, for public addresses only, where they are not
            given.

    Returns:
        The release. Its ``url`` is the address that answered in the end, its ``original`` the
        bytes with their type and digest, its ``id`` the same for the same address always.

    Raises:
        FetchError: where it must not be asked, does not answer, or sends what cannot be used.
        NoDateError: where neither the page nor the caller says when it was published.
        InputError: where it holds no text.
        MissingError: where the extra ``web`` is not installed.
    """
    return read_link(url, published, rules)

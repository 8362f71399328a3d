"""The line below a picture that says where its figures come from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.naming import publisher_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from jiedu.model import Language, Release

_NAMED = 3  # publishers


def source_line(releases: Collection[Release], language: Language) -> str:
    """Who published some figures, in how many releases, and when.

    Args:
        releases: those that the figures stand in, each once.
        language: of the line.
    """
    if not releases:
        return ""
    words = read_words("sources", language)
    publishers = Counter(publisher_name(item.publisher, language) for item in releases)
    del publishers[""]
    names = words["joint"].join(name for name, _ in publishers.most_common(_NAMED))
    if len(publishers) > _NAMED:
        names += words["others"]
    days = sorted(item.published for item in releases)
    when = str(days[0])
    if days[0] != days[-1]:
        when = words["days"].format(first=days[0], last=days[-1])
    count = words["one" if len(releases) == 1 else "releases"].format(count=len(releases))
    told = words["publishers"].format(names=names) if names else ""
    return str(words["line"].format(publishers=told, releases=count, days=when))

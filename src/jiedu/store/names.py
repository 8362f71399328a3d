"""Names of indicators as texts write them: which mean the same."""

from __future__ import annotations

import re

_FILLER = str.maketrans("", "", "的了,，、 “”\"'《》()（）:：—-")
_COUNTED = re.compile(r"^(?:我国|全国)?(?:累计|建成|开通|拥有|已)*|(?:总数|数量|数|累计)+$")
_MOST = 500


def plain_name(name: str) -> str:
    """A name without filling words: 累计建成5G基站总数 → 5G基站."""
    return _COUNTED.sub("", name.translate(_FILLER)) or name


def matching(wanted: str, names: list[str]) -> list[str]:
    """The names that are the wanted one but for filling words, or else that hold it."""
    plain = plain_name(wanted)
    same = [name for name in names if plain_name(name) == plain]
    return same or [name for name in names if plain and plain in plain_name(name)][:_MOST]

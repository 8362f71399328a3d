"""Who said a figure: the name in the sentence, or the speaker of the turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.lexicon import normalise, scan

if TYPE_CHECKING:
    from jiedu.model import Source
    from jiedu.questions.understanding import Query
    from jiedu.store import View

_NAMED = re.compile(
    r"(?:部长|局长|主任|司长|行长|署长|会长|发言人|负责人|主席|省长|市长|书记|院士|委员|代表|总裁|董事长|秘书长|院长|所长)"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?:介绍|表示|说|指出|强调|透露|称|认为|还|在|：|，)"
)


def who_said(view: View, query: Query) -> tuple[str, list[Source]] | None:
    """Who said the figure that a question quotes, and where.

    Returns:
        The name and the figures, the newest first, or ``None`` where nobody is named.
    """
    text = normalise(query.content)
    said: dict[str, list[Source]] = {}
    for quantity in scan(text).quantities:
        for found in view.search(text[quantity.start : quantity.end]):
            for source in view.figures_of(found.release.id):
                if source.observation.value != quantity.value:
                    continue
                name = source.observation.speaker or _named(found.release.text, source)
                if name:
                    said.setdefault(name, []).append(source)
    if not said:
        return None
    name = max(said, key=lambda known: len(said[known]))
    return name, said[name]


def _named(text: str, source: Source) -> str | None:
    """The last one named before a figure in its paragraph."""
    end = source.observation.sentence.end
    begin = text.rfind("\n", 0, end) + 1
    name = None
    for match in _NAMED.finditer(text, begin, end):
        name = match["name"]
    return name

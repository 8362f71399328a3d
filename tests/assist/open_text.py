"""A release of our own that leaves a name, a time and a base open."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.assist import Assistant, AssistError, Settings
from jiedu.model import Release, digest
from jiedu.pipeline import process

if TYPE_CHECKING:
    from jiedu.model import Reading

PUBLISHED = date(2023, 8, 12)
TEXT = (
    "62.5%！全省制造业用电占比再创新高。\n"
    "全省新认定示范工厂58家\n"
    "2023年8月10日，省工业和信息化厅公布了新一批名单。"
    "今年上半年，全省规模以上工业增加值增长5.2%。示范工厂新增19家，较年初更多。\n"
)
GOOD = {
    "62.5": {"indicator": "制造业用电占比"},
    "58": {"period": "2023年8月10日"},
    "19": {"basis": "较年初"},
}


def read_made(text: str = TEXT) -> Reading:
    """The release as the grammar reads it."""
    return process(Release("made", "全省示范工厂名单公布", PUBLISHED, text, digest(text)))


def rows(reading: Reading) -> list[str]:
    """Its figures, every slot of them."""
    return [json.dumps(_row(item)) for item in reading.observations]


def _row(item: Any) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value := getattr(item, name), Decimal) else repr(value)
        for name in type(item).__slots__
    }


class Listening:
    """An assistant over a server, and what it complained of."""

    def __init__(self, url: str, **limits: Any) -> None:
        self.said: list[AssistError] = []
        settings = Settings(
            f"{url}/chat/completions", "played", **{"seconds": 30.0, "retries": 0} | limits
        )
        self.assistant = Assistant(settings, self.said.append)

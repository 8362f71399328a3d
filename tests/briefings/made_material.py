"""Stores and material for briefings: the samples that ship, and a small series of our own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

OLD = """\
某部介绍一季度玩具工业运行情况
一季度，规模以上工业增加值同比增长3.0%。截至3月底，5G基站总数达到264.1万个。
一季度，新能源汽车产量增长22.5%。
下一步，一是今年新建500家绿色工厂。二是2023年底前印发玩具工业稳增长工作方案。三是开展“银发玩具”专项行动。
"""
NEW = """\
某部介绍上半年玩具工业运行情况
记者：请介绍上半年玩具工业运行情况和下一步安排。
张三：上半年，规模以上工业增加值同比增长3.8%，比一季度加快0.8个百分点。\
截至6月底，5G基站总数达到293.7万个。
上半年，新能源汽车产量增长42.4%。
下一步，一是今年新建800家绿色工厂。二是2023年底前印发玩具工业稳增长工作方案。三是组织“童玩中国”消费季。
"""
LATER = """\
某部介绍前三季度玩具工业运行情况
前三季度，规模以上工业增加值同比增长4.0%，比上半年加快0.5个百分点。截至9月底，5G基站总数达到318.9万个。
目前已新建800家绿色工厂。玩具工业稳增长工作方案已经印发。
"""
SILENT = "某部负责人走访玩具企业\n负责人听取了企业的意见，要求做好服务。\n"


def release(name: str, day: str, text: str, publisher: str | None = "某部") -> Release:
    """A release of one of these texts."""
    title = text.split("\n", 1)[0]
    return Release(name, title, date.fromisoformat(day), text, digest(text), publisher)


RELEASES = (
    release("q1", "2023-04-20", OLD),
    release("h1", "2023-07-20", NEW),
    release("q3", "2023-10-20", LATER),
    release("silent", "2023-08-01", SILENT),
)


def small_store(path: Path) -> Path:
    """A store with these releases."""
    with Writer(path) as writer:
        for item in RELEASES:
            writer.save(process(item), "test")
    return path

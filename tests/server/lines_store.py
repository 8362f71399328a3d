"""A store whose figures tell the ways of a line: gaps, bounds, revisions, hostile words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '<script>alert(1)</script>"\u202e'

TEXTS = [
    ("june", "2023-07-20", "截至6月底，5G基站总数达293.7万个，占移动基站总数的26%。"),
    ("july", "2023-08-20", "截至7月底，5G基站总数达305.5万个。截至6月底，5G基站总数达290.1万个。"),
    ("october", "2023-11-20", "截至10月底，5G基站总数达321.5万个。"),
    ("november", "2023-12-20", "截至11月底，5G基站总数超过330万个。"),
    ("target", "2023-12-25", "到2025年，力争5G基站总数达到400万个。"),
    ("goal", "2024-01-05", "到2027年，力争5G基站总数达到450万个。"),
    ("zhejiang", "2023-12-26", "截至11月底，5G基站总数达22.5万个。"),
    ("industry", "2023-07-17", "6月份，规模以上工业增加值同比增长4.4%。"
     "1—6月，规模以上工业增加值同比增长3.8%。"),
    ("later", "2023-09-15", "8月份，规模以上工业增加值同比增长4.5%。"
     "1—8月，规模以上工业增加值同比增长3.9%。"),
    ("february", "2024-03-18", "1—2月，规模以上工业增加值同比增长7%。"),
    ("huts", "2024-04-01", "截至3月底，蓝顶小屋达1200座。"),
    ("rooms", "2024-05-01", "截至4月底，蓝顶小屋达1300座。"),
    ("skilled", "2024-05-02", "截至2023年底，技能人才达2.1亿人。"),
    ("unsure", "2024-05-03", "另外，新增技能人才12.5万人次。"),
    ("hostile", "2024-06-01", "截至5月底，5G基站总数达383.7万个。"),
]  # fmt: skip


def line_store(place: Path | str) -> None:
    """Read the texts into a store."""
    with Writer(place) as writer:
        for id_, day, text in TEXTS:
            hostile = id_ == "hostile"
            release = Release(
                id_,
                HOSTILE if hostile else f"标题{id_}",
                date.fromisoformat(day),
                text,
                digest(text),
                HOSTILE if hostile else "工业和信息化部",
                "浙江省" if id_ == "zhejiang" else None,
            )
            writer.save(process(release), "one")

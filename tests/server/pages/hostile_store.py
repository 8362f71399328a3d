"""A store of texts that try to act on the page, with findings and outcomes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>alert(\"1\")</script>\u202e'x'<img src=x onerror=y>"
_SAID = (
    (
        "2024-07-20",
        f"上半年，规模以上工业增加值同比增长3.8%，{HOSTILE}。\n"
        f"我们将实施“{HOSTILE}”行动，到2025年底5G基站达到480万个。",
    ),
    (
        "2024-07-21",
        f"上半年，规模以上工业增加值同比增长3.6%，{HOSTILE}。",
    ),
    (
        "2025-06-20",
        f"截至5月底，我国5G基站总数达450万个，{HOSTILE}。",
    ),
)


def hostile_store(store: Path, folder: Path) -> None:
    """Read the texts into a store."""
    rows = [
        {
            "id": f"hostile-{number}",
            "title": f"{number}{HOSTILE}",
            "date": published,
            "publisher": f"某部{HOSTILE}",
            "text": text,
        }
        for number, (published, text) in enumerate(_SAID, start=1)
    ]
    source = folder / "hostile.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    source.write_text("\n".join(lines), encoding="utf-8")
    for _ in read_into(store, read_sources([str(source)])):
        pass

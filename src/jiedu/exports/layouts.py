"""What the rows of a file are: their columns, and how wide a sheet shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import FIELDS, FINDING_FIELDS, LEDGER_FIELDS

if TYPE_CHECKING:
    from jiedu.model import FindingRow, LedgerRow, Record

    Row = Record | LedgerRow | FindingRow


class Layout(NamedTuple):
    """The columns of a file.

    Attributes:
        noun: what its rows are called, which names the sheet of a workbook as well.
        fields: the attributes of a row that are its columns.
        wide: the columns that a sheet shows wider than others, in characters.
    """

    noun: str
    fields: tuple[str, ...]
    wide: Mapping[str, int]


FIGURES = Layout(
    "figures",
    FIELDS,
    {"indicator": 28, "indicator_id": 28, "value": 20, "period": 18, "rule": 24, "sentence": 60},
)
MEASURES = Layout(
    "measures",
    LEDGER_FIELDS,
    {
        "release": 20, "object": 40, "owner": 20, "instrument": 28, "text": 60, "reason": 40,
        "evidence_release": 20, "evidence_sentence": 60,
    },
)  # fmt: skip
FINDINGS = Layout("findings", FINDING_FIELDS, {"release": 20, "reason": 80})

"""The columns of what a batch writes.

``release_row`` ties a figure and a measure to its release: the row of ``releases`` in the file of
the same number. An id does not do: a text that was changed keeps its id.
"""

from __future__ import annotations

import pyarrow as pa

from jiedu.exports.arrow import SCHEMA

RELEASES = "releases"
OBSERVATIONS = "observations"
COMMITMENTS = "commitments"
FAILURES = "failures"
TABLES = (RELEASES, OBSERVATIONS, COMMITMENTS, FAILURES)
"""What a part holds, a file for each."""


def _needed(name: str, kind: pa.DataType) -> pa.Field:
    return pa.field(name, kind, nullable=False)


_SPAN = [_needed("start", pa.int64()), _needed("end", pa.int64())]
_TURN = pa.struct([*_SPAN, _needed("role", pa.string()), pa.field("speaker", pa.string())])
_POINT = pa.struct([*_SPAN, _needed("marker", pa.string()), _needed("level", pa.int64())])
_OWN = _needed("release_row", pa.int64())

SCHEMAS = {
    RELEASES: pa.schema(
        [
            _needed("release", pa.string()),
            _needed("title", pa.string()),
            _needed("published", pa.date32()),
            pa.field("publisher", pa.string()),
            pa.field("region", pa.string()),
            pa.field("url", pa.string()),
            _needed("sha256", pa.string()),
            pa.field("same_as", pa.string()),
            _needed("source", pa.string()),
            _needed("place", pa.int64()),
            pa.field("original_type", pa.string()),
            pa.field("original", pa.binary()),
            _needed("turns", pa.list_(_TURN)),
            _needed("points", pa.list_(_POINT)),
            _needed("text", pa.string()),
        ]
    ),
    OBSERVATIONS: pa.schema(
        [
            *SCHEMA,
            _needed("sentence_start", pa.int64()),
            _needed("sentence_end", pa.int64()),
            _OWN,
        ]
    ),
    COMMITMENTS: pa.schema(
        [
            _needed("release", pa.string()),
            _needed("published", pa.date32()),
            *_SPAN,
            _needed("action", pa.string()),
            _needed("object", pa.string()),
            pa.field("owner", pa.string()),
            pa.field("deadline", pa.string()),
            _needed("targets", pa.list_(pa.int64())),
            pa.field("instrument", pa.string()),
            pa.field("speaker", pa.string()),
            _needed("text", pa.string()),
            _OWN,
        ]
    ),
    FAILURES: pa.schema(
        [
            _needed("source", pa.string()),
            _needed("place", pa.int64()),
            pa.field("release", pa.string()),
            _needed("error", pa.string()),
            _needed("reason", pa.string()),
            pa.field("hint", pa.string()),
        ]
    ),
}
"""``same_as`` names the release whose text is the same and was read in its place; ``place`` is
the byte or the row of its source where a release begins."""

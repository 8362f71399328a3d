"""What the pages of the ledger are narrowed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from fastapi import Depends, Query, Request

from jiedu.model import State
from jiedu.server.pages.book import Group
from jiedu.server.pages.filters import Day, Words, chosen, given
from jiedu.server.routes.commitments import CommitmentsQuery
from jiedu.server.routes.store import today
from jiedu.tracking import FieldName, WantedMeasures

if TYPE_CHECKING:
    from jiedu.server.held import Held
    from jiedu.server.pages.arranged import Arranged
    from jiedu.server.pages.book import Book, Listed


class LedgerQuery(CommitmentsQuery):
    """Which measures are listed, and in which order."""

    group: Group | None = None


class Asked(NamedTuple):
    """What a form of the ledger sent.

    Attributes:
        query: what it means.
        fields: as it was sent, to be shown again.
    """

    query: LedgerQuery
    fields: dict[str, str]

    def book(self, request: Request) -> Book | None:
        """The ledger that is asked about, ``None`` while it is being made.

        Raises:
            NotFoundError: where the store holds no such release.
        """
        held: Held = request.app.state.held
        arranged: Arranged = request.app.state.arranged
        if self.query.release is not None:
            held.view.release(self.query.release)  # names near ones where there is none
        return arranged.book(self.query.as_of, today())

    def listed(self, book: Book) -> Listed:
        """The measures of a ledger that are wanted."""
        query = self.query
        about = query.model_dump(exclude={"limit", "cursor", "as_of", "group", "status"})
        return book.listed(self.key, WantedMeasures(**about), query.status, query.group)

    @property
    def key(self) -> str:
        """What is asked in one word."""
        return self.query.model_dump_json(exclude={"limit", "cursor"})


def asked_of(
    release: Words = "",
    owner: Words = "",
    speaker: Words = "",
    instrument: Words = "",
    field: Words = "",
    status: Words = "",
    region: Words = "",
    due: Day = "",
    as_of: Day = "",
    group: Words = "",
    targets: Annotated[str, Query(max_length=5)] = "",
) -> Asked:
    """What a form sent, and what it means.

    Raises:
        InputError: where a day is none, or a choice is none of those there are.
    """
    fields = {
        "release": release,
        "owner": owner,
        "speaker": speaker,
        "instrument": instrument,
        "field": field,
        "status": status,
        "region": region,
        "due": due,
        "as_of": as_of,
        "group": group,
        "targets": "true" if targets else "",
    }
    query = LedgerQuery(
        release=release.strip() or None,
        owner=owner.strip() or None,
        speaker=speaker.strip() or None,
        instrument=instrument.strip() or None,
        field=chosen(field, FieldName),
        status=chosen(status, State),
        region=region.strip() or None,
        due=given(due),
        as_of=given(as_of),
        group=chosen(group, Group),
        targets=bool(targets),
    )
    return Asked(query, fields)


AskedLedger = Annotated[Asked, Depends(asked_of)]

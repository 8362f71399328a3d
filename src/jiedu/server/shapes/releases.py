"""Releases at the edge."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, field_validator

from jiedu.model import Release as ModelRelease
from jiedu.server.shapes.kinds import Day, Shape
from jiedu.store import Saved

_LONGEST = 1_000_000
_KEPT = r"^[^\u0000]*$"
_Line = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\u0000-\u001f\u007f]*$")
]


class Release(Shape):
    """One published document, without its text."""

    id: str = Field(
        description="What the store calls it.", examples=["sample-2023h1-miit-interview"]
    )
    title: str = Field(description="Its headline.", examples=["上半年工业和信息化发展情况"])
    published: Day = Field(description="The day the world could know it.", examples=["2023-07-20"])
    publisher: str | None = Field(
        description="Who published it, where known.", examples=["工业和信息化部"]
    )
    region: str | None = Field(
        description="The province or city it is about; null for the country.", examples=["广东"]
    )
    url: str | None = Field(
        description="Where it was found, as it was given; nothing is fetched from there.",
        examples=["https://example.org/2023/07/20/release.html"],
    )
    sha256: str = Field(
        description="The digest of its text.", examples=["9f86d081884c7d659a2feaa0c55ad015"]
    )
    characters: int = Field(description="How long the text is, in code points.", examples=[5120])


class Version(Shape):
    """One text that was published under an id."""

    published: Day = Field(description="When it was published.", examples=["2023-07-20"])
    sha256: str = Field(
        description="The digest of its text.", examples=["9f86d081884c7d659a2feaa0c55ad015"]
    )
    characters: int = Field(description="How long it is, in code points.", examples=[5120])


class ReleaseDetail(Release):
    """One release with how much was read from it."""

    versions: list[Version] = Field(description="Every text under this id, oldest first.")
    turns: int = Field(description="How many stretches of speech it has.", examples=[9])
    points: int = Field(description="How many enumerated items it has.", examples=[31])
    observations: int = Field(description="How many figures it has.", examples=[142])
    commitments: int = Field(description="How many measures it announces.", examples=[58])


class ReleaseText(Shape):
    """Characters of a release's text."""

    id: str = Field(description="The release.", examples=["sample-2023h1-miit-interview"])
    sha256: str = Field(
        description="The digest of the whole text.", examples=["9f86d081884c7d659a2feaa0c55ad015"]
    )
    start: int = Field(description="The first character that is given.", examples=[0])
    end: int = Field(description="The one after the last that is given.", examples=[5120])
    text: str = Field(
        description="The characters as they were read: words of others, never markup.",
        examples=["截至6月底，5G基站总数达293.7万个。"],
    )


class NewRelease(Shape):
    """A text to be added."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "2023-07-20-telecom",
                    "title": "上半年通信业运行情况",
                    "published": "2023-07-20",
                    "text": "截至6月底，5G基站总数达293.7万个。",
                }
            ]
        },
    )

    id: _Line = Field(
        description="What the store shall call it; another text under a known id is a new version.",
        examples=["2023-07-20-telecom"],
    )
    title: _Line = Field(description="Its headline.", examples=["上半年通信业运行情况"])
    published: Day = Field(description="When it was published.", examples=["2023-07-20"])
    text: Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST, pattern=_KEPT)] = (
        Field(description="The text.", examples=["截至6月底，5G基站总数达293.7万个。"])
    )
    publisher: _Line | None = Field(
        default=None, description="Who published it.", examples=["工业和信息化部"]
    )
    region: _Line | None = Field(
        default=None, description="The province or city it is about.", examples=["广东"]
    )
    url: _Line | None = Field(
        default=None, description="Where it was found.", examples=["https://example.org/release"]
    )

    @field_validator("id", "title", "text", "publisher", "region", "url")
    @classmethod
    def _is_whole(cls, value: str | None) -> str | None:
        if value is not None and any("\ud800" <= character <= "\udfff" for character in value):
            raise ValueError("it holds half of a surrogate pair")
        return value


class Added(Shape):
    """What became of a text that was sent."""

    release: ReleaseDetail = Field(description="The release as the store holds it.")
    saved: Saved = Field(
        description="`new`, `changed` (a new version), `reread`, or `unchanged`.",
        examples=["new"],
    )


def release_slots(release: ModelRelease) -> dict[str, Any]:
    """The fields of a release that is listed."""
    return {
        "id": release.id,
        "title": release.title,
        "published": release.published,
        "publisher": release.publisher,
        "region": release.region,
        "url": release.url,
        "sha256": release.sha256,
        "characters": len(release.text),
    }

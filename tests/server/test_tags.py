"""An answer that did not change is not sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PATHS = [
    "/releases",
    f"/releases/{INTERVIEW}",
    f"/releases/{INTERVIEW}/text",
    "/observations?limit=1",
    "/series?indicator=5G基站",
    "/commitments?limit=1",
    "/findings?limit=1",
    "/ask?question=5G基站有多少",
    "/search?words=5G",
    "/exports/observations",
]


@pytest.mark.parametrize("path", PATHS)
def test_tags(client: TestClient, path: str) -> None:
    first = client.get(API + path)
    tag = first.headers["etag"]
    assert client.get(API + path).headers["etag"] == tag
    for known, status in ((tag, 304), (f'"x", W/{tag}', 304), ("*", 304), ('"x"', 200)):
        response = client.get(API + path, headers={"If-None-Match": known})
        assert response.status_code == status
        assert response.headers["etag"] == tag
        assert (response.content == b"") is (status == 304)


def test_other_questions_have_other_tags(client: TestClient) -> None:
    tags = [client.get(API + path).headers["etag"] for path in PATHS]
    assert len(set(tags)) == len(PATHS)


def test_problems_have_none(client: TestClient) -> None:
    response = client.get(f"{API}/releases/nothing", headers={"If-None-Match": "*"})
    assert response.status_code == 404
    assert "etag" not in response.headers

"""A site of the web on this machine, whose pages change, move, fail and are fenced off."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from page_server import Handler

NUMBERS = ("8688", "9012", "7411", "6530", "5127", "4388", "3290")


@dataclass
class Answer:
    """What one path answers: ``times`` of it, then what stands below."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    times: int | None = None


class Site:
    """Answers by path, with entity tags; keeps what was asked, and what was answered."""

    def __init__(self) -> None:
        self.pages: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, int]] = []

    def put(self, path: str, body: str | bytes, **more: object) -> None:
        data = body if isinstance(body, bytes) else body.encode()
        self.pages[path] = [Answer(data, **more)]  # type: ignore[arg-type]

    def before(self, path: str, answer: Answer) -> None:
        """Answer something else first."""
        self.pages.setdefault(path, []).insert(0, answer)

    def __call__(self, handler: Handler) -> None:
        answers = self.pages.get(handler.path, [])
        answer = answers[0] if answers else Answer(status=404)
        if answer.times is not None:
            answer.times -= 1
            if answer.times == 0:
                answers.pop(0)
        tag = f'"{hashlib.md5(answer.body).hexdigest()}"'
        same = handler.headers.get("If-None-Match") == tag and answer.status == 200
        status = 304 if same else answer.status
        self.asked.append((handler.path, status))
        headers = {"ETag": tag, **answer.headers}
        handler.put(b"" if same else answer.body, status, answer.kind, **headers)

    def paths(self) -> list[str]:
        """What was asked since the last call, without robots.txt."""
        asked = [path for path, _ in self.asked if path != "/robots.txt"]
        self.asked.clear()
        return asked


def article(number: int, revenue: str = "") -> str:
    """A release of a month of 2023, with a figure of telecoms and an open measure."""
    revenue = revenue or NUMBERS[number % len(NUMBERS)]
    return (
        f"<html><head><title>2023年{number}月通信业情况</title></head><body>"
        f"<h1>2023年{number}月通信业情况</h1><p>发布时间：2023-{number + 1:02d}-20</p>"
        f"<p>1—{number}月，电信业务收入累计完成{revenue}亿元，同比增长6.{number}%。"
        "下一步，将加快建设千兆光网，到2025年底建成5G基站500万个。</p></body></html>"
    )


def listing(numbers: list[int], following: str = "") -> str:
    """A page that lists such releases."""
    rows = "".join(
        f'<li><a href="{path_of(number)}">2023年{number}月通信业经济运行情况</a>'
        f"<span>2023-{number + 1:02d}-20</span></li>"
        for number in numbers
    )
    more = f'<a href="{following}">下一页</a>' if following else ""
    return (
        f"<html><body><div id='nav'><a href='/'>首页</a></div><ul>{rows}</ul>{more}</body></html>"
    )


def feed(numbers: list[int], stamp: str = "2023-10-01T00:00:00+08:00") -> str:
    """A feed of such releases."""
    entries = "".join(
        f"<entry><title>2023年{number}月</title>"
        f'<link href="{path_of(number)}"/>'
        f"<updated>{stamp}</updated></entry>"
        for number in numbers
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'


def path_of(number: int) -> str:
    return f"/art/t2023{number + 1:02d}20_{number}.html"


def telecom_site(numbers: list[int]) -> Site:
    """A site with those releases, a list and a feed of them."""
    site = Site()
    for number in numbers:
        site.put(path_of(number), article(number))
    site.put("/list/", listing(numbers))
    site.put("/feed.xml", feed(numbers), kind="application/atom+xml")
    return site

"""robots.txt by the examples of RFC 9309 and by what sites write."""

from __future__ import annotations

import pytest

from jiedu.readers.listings.robots import EVERYTHING, NOTHING, read_robots

CASES = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /a\n", "/ab", False),
    ("User-agent: *\nDisallow: /a/\n", "/a", True),
    # the longest rule decides; of two as long, the one that allows
    ("User-agent: *\nDisallow: /a/\nAllow: /a/b", "/a/b.html", True),
    ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", False),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    # signs
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", True),
    ("User-agent: *\nDisallow: /*?", "/a?x=1", False),
    ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False),
    ("User-agent: *\nDisallow: /a*b*c$", "/a1b2c3", True),
    ("User-agent: *\nDisallow: /a$", "/a", False),
    ("User-agent: *\nDisallow: /a$", "/ab", True),
    # our own group instead of everybody's, wherever it stands, and all groups of one name
    ("User-agent: *\nDisallow: /\n\nUser-agent: Jiedu\nDisallow: /x", "/a", True),
    ("User-agent: jiedu\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", True),
    ("User-agent: jiedu\nDisallow: /a\n\nUser-agent: jiedu\nDisallow: /b", "/b", False),
    ("User-agent: x\nUser-agent: jiedu\nDisallow: /a", "/a", False),
    # empty lines, remarks and unknown lines within a group
    ("User-agent: *\n\n# secret\nDisallow: /a # so\nFoo: bar\nDisallow: /b", "/b", False),
    ("Sitemap: http://x/\nUser-agent: *\r\nDisallow: /a", "/a", False),
    # one spelling of escaped characters
    ("User-agent: *\nDisallow: /政策", "/%E6%94%BF%E7%AD%96/a", False),
    ("User-agent: *\nDisallow: /%7Ejoe", "/~joe/a", False),
    ("<html><body>no such page</body></html>", "/a", True),
    ("Disallow: /", "/a", True),  # before any name it is of no group
]


@pytest.mark.parametrize(("text", "path", "wanted"), CASES)
def test_what_a_site_allows(text: str, path: str, wanted: bool) -> None:
    assert read_robots(text.encode(), "jiedu").allows(f"http://www.example.cn{path}") is wanted


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("Crawl-delay: 5", 5.0),
        ("Crawl-delay: 0.5", 0.5),
        ("Crawl-delay: 9999999", 600.0),
        ("Crawl-delay: x", 0.0),
        ("Crawl-delay: nan", 0.0),
        ("Crawl-delay: -1", 0.0),
    ],
)
def test_the_pause_that_a_site_wants(text: str, delay: float) -> None:
    assert read_robots(f"User-agent: *\n{text}".encode(), "jiedu").delay == delay


def test_everything_and_nothing() -> None:
    assert EVERYTHING.allows("http://x/a?b=1")
    assert not NOTHING.allows("http://x/")


def test_many_stars_take_no_time() -> None:
    rules = f"User-agent: *\nDisallow: /{'*a' * 5_000}b"
    assert read_robots(rules.encode(), "jiedu").allows("http://x/" + "a" * 2_000)

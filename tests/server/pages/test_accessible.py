"""Every page, in both languages and themes, under the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from site_places import PLACES

if TYPE_CHECKING:
    from browser_fixtures import Walk

    from site_places import Place

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
LOOKS = [f"{language}.{theme}.normal" for language in ("zh", "en") for theme in ("light", "dark")]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_rule_is_broken(walk: Walk, place: Place) -> None:
    for look in LOOKS:
        with walk.page(look=look, refusals=place.refused) as page:
            page.goto(place.path)
            found = Axe().run(page, options=RULES)
            broken = [
                (rule["id"], node["target"], node["html"][:200])
                for rule in found.response["violations"]
                for node in rule["nodes"][:3]
            ]
            assert broken == [], look


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
@pytest.mark.parametrize("wide", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(walk: Walk, place: Place, wide: int) -> None:
    for look in ("zh.light.normal", "en.light.large"):
        with walk.page(look=look, wide=wide, refusals=place.refused) as page:
            page.goto(place.path)
            assert page.evaluate("document.documentElement.scrollWidth") <= wide, look

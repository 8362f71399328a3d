"""A person walks through the pages with a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_places import INTERVIEW

if TYPE_CHECKING:
    from browser_fixtures import Walk

TEXT = (
    "2023年上半年，全国规模以上工业增加值同比增长3.8%，比一季度加快1.9个百分点；"
    "一季度同比增长3.0%。\n下一步，将加快5G网络建设，到2025年建成5G基站超过360万个。"
)


def test_from_the_first_page_to_a_sentence(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/")
        page.get_by_role("article").filter(has_text="5G基站").get_by_role("link").nth(1).click()
        at = page.locator("#at + a.at")
        expect(at).to_be_in_viewport()
        assert "at=" in page.url


@pytest.mark.parametrize("how", ["hover", "focus", "tap"])
def test_the_card_of_a_figure(walk: Walk, how: str) -> None:
    with walk.page() as page:
        page.goto(f"/releases/{INTERVIEW}")
        figure = page.locator("a.figure", has_text="3.8").first
        {"hover": figure.hover, "focus": figure.focus, "tap": figure.click}[how]()
        card = page.locator("#card")
        expect(card).to_contain_text("规模以上工业增加值")
        expect(card).to_contain_text("3.8%")
        expect(card).to_contain_text("2023年1—6月")
        card.get_by_role("link").click()
        page.wait_for_url("**/indicators/**")


def test_the_card_of_a_measure_by_keyboard(walk: Walk) -> None:
    with walk.page() as page:
        page.goto(f"/releases/{INTERVIEW}")
        page.locator("a.pin").first.focus()
        expect(page.locator("#card dl")).to_be_visible()
        assert page.locator(".measure.chosen").count() >= 1


def test_a_link_to_chosen_words_leads_back_to_them(walk: Walk) -> None:
    with walk.page() as page:
        page.goto(f"/releases/{INTERVIEW}")
        line = page.locator("p[data-o]").nth(4)
        line.evaluate(
            """line => {
              const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
              const first = texts.nextNode();
              let last = first;
              while (texts.nextNode()) last = texts.currentNode;
              getSelection().setBaseAndExtent(first, 1, last, last.length);
            }"""
        )
        chosen = page.evaluate("getSelection().toString()")
        page.locator("#link").click()
        expect(page.locator("#linked")).not_to_be_empty()
        page.goto(page.evaluate("navigator.clipboard.readText()"))
        words = "".join(page.locator(".at").all_inner_texts())
        assert (words and words in chosen.replace("\n", "")) or chosen.startswith(words[:10])


def test_a_pasted_text_is_read_and_checked(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/add")
        page.get_by_label("文本", exact=True).fill(TEXT)
        page.get_by_label("公布日期").fill("2023-07-20")
        page.get_by_role("button", name="读取并核验").click()
        result = page.locator("#result")
        expect(result.locator("a.figure", has_text="3.8")).to_be_visible()
        expect(result.locator("a.figure.target", has_text="360")).to_be_visible()
        expect(result.locator(".warning.off")).to_contain_text("1.9")
        expect(result.locator("ol.measures li").first).to_contain_text("5G")
        result.locator("a.figure.off").focus()
        expect(page.locator("#card .verdict.off")).to_be_visible()


def test_a_refused_text_says_why(walk: Walk) -> None:
    with walk.page(refusals=True) as page:
        page.goto("/add")
        page.get_by_label("文本", exact=True).fill("没有日期的一句话。")
        page.get_by_role("button", name="读取并核验").click()
        expect(page.get_by_role("alert")).to_contain_text("公布日期")


def test_the_language_is_switched_and_kept(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/panels/five_g")
        page.get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert page.url.endswith("/panels/five_g")
        page.get_by_role("link", name="Releases").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Releases")


def test_the_theme_and_the_size_are_chosen(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/releases")
        page.get_by_role("link", name="深色").click()
        page.get_by_role("link", name="大字").click()
        root = page.locator("html")
        expect(root).to_have_attribute("data-theme", "dark")
        expect(root).to_have_attribute("data-size", "large")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert max(int(part) for part in ground[4:-1].split(",")) < 64


def test_the_keyboard_alone(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_label("提一个问题")).to_be_focused()
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.lines') !== null"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/releases/**")


def test_without_scripts(walk: Walk) -> None:
    with walk.page(scripts=False) as page:
        page.goto(f"/releases/{INTERVIEW}")
        page.locator("a.figure", has_text="3.8").first.click()
        expect(page.locator("tr:target")).to_contain_text("3.8%")
        page.goto("/releases")
        page.get_by_label("标题").fill("工业")
        page.get_by_role("button", name="筛选").click()
        assert "title=" in page.url
        page.goto("/add")
        page.get_by_label("文本", exact=True).fill(TEXT)
        page.get_by_label("公布日期").fill("2023-07-20")
        page.get_by_role("button", name="读取并核验").click()
        expect(page.locator("a.figure", has_text="3.8")).to_be_visible()


def test_a_phone(walk: Walk) -> None:
    with walk.page(wide=390) as page:
        page.goto(f"/releases/{INTERVIEW}")
        expect(page.locator("details.outline")).not_to_have_attribute("open", "")
        page.locator("a.figure").nth(2).click()
        expect(page.locator("#card dl")).to_be_in_viewport()

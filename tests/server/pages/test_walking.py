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


def test_from_a_panel_to_an_indicator_to_a_sentence(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/")
        page.get_by_role("link", name="5G", exact=True).click()
        page.get_by_role("rowheader", name="5G基站", exact=True).get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("5G基站")
        expect(page.locator(".chart svg")).to_be_visible()
        page.locator("tbody tr").filter(has_text="293.7").get_by_role("link").first.click()
        expect(page.locator("#at + .at")).to_be_in_viewport()
        expect(page.locator(".at").first).to_contain_text("293.7")


def test_a_point_of_a_chart_opens_its_sentence(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/indicators/5g.stations")
        picture = page.locator(".chart svg")
        expect(picture).to_be_visible()
        dots = picture.evaluate(
            """svg => [...svg.querySelectorAll("path")]
              .map(each => each.getBoundingClientRect())
              .filter(box => box.width > 4 && box.width < 16 && box.height < 16)
              .filter(box => box.y > svg.getBoundingClientRect().y + 50)  // below the legend
              .map(box => [box.x + box.width / 2, box.y + box.height / 2])"""
        )
        for x, y in dots:  # some are ticks
            page.mouse.move(x, y)
            if picture.evaluate("svg => svg.parentElement.style.cursor") == "pointer":
                page.mouse.click(x, y)
                break
        page.wait_for_url("**/releases/*at=*")
        expect(page.locator("#at + .at")).to_be_in_viewport()


def test_a_question_is_answered_with_its_sentence(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/")
        page.get_by_role("searchbox").fill("2023年6月末5G基站有多少？")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ask?question=*")
        main = page.locator("main")
        expect(main).to_contain_text("293.7万个")
        main.get_by_role("link", name="293.7万个").first.click()
        expect(page.locator(".at").first).to_contain_text("293.7")


def test_a_question_nobody_can_answer_is_refused(walk: Walk) -> None:
    with walk.page() as page:
        page.goto("/ask")
        page.get_by_role("searchbox").first.fill("2030年6月末5G基站有多少？")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("2030")
        expect(page.locator("main")).not_to_contain_text("答案：")


def test_two_releases_are_compared(walk: Walk) -> None:
    with walk.page() as page:
        page.goto(f"/releases/{INTERVIEW}")
        page.get_by_role("link", name="与另一篇比较").click()
        page.wait_for_url("**/compare?b=*")
        page.goto("/compare?a=sample-2022q3-telecom&b=sample-2023-telecom")
        page.locator("main table a[href*='at=']").first.click()
        expect(page.locator("#at + .at")).to_be_in_viewport()


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

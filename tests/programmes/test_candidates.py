"""Which words of a text may name a programme."""

from __future__ import annotations

import pytest

from jiedu.programmes.candidates import candidates_in, least_uses, parts_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省里启动“茶香万里”行动。", ["“茶香万里”行动"]),
        ("省里启动“茶香万里”提升专项行动。", ["“茶香万里”提升专项行动"]),
        ("推进「茶香萬里」行動，與去年持平。", ["「茶香萬里」行動"]),
        ("实施新一轮茶园改造工程，扩大种植。", ["茶园改造工程"]),
        ("印发《山区茶业发展规划》。", ["山区茶业发展规划"]),
        ("电影《茶馆春秋》上映。", []),
        ("实施一批重大工程。", []),
        ("开展专项行动。", []),
        ("开展打击整治专项行动。", []),
        ("实施12项民生工程。", []),
        ("实施十大工程。", []),
        ("坚持“五大战略”建设。", []),
        ("他说“茶很好”，行动起来。", []),
        ("推进“1+N”政策。", []),
        ("打通“最后一公里”工程。", []),
        ("", []),
    ],
)
def test_candidates(text: str, names: list[str]) -> None:
    found = list(candidates_in(text))
    assert sorted({one.name for one in found}) == sorted(names)
    assert all(text[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize(
    ("instrument", "names"),
    [
        ("茶园改造工程", ["茶园改造工程"]),
        ("茶园改造工程和茶农增收行动", ["茶园改造工程", "茶农增收行动"]),
        ("茶园保护和改造工程", ["茶园保护和改造工程"]),
        ("《茶业条例》、《茶园管理办法》", ["茶业条例", "茶园管理办法"]),
        ("“茶香”", []),
        ("“茶香万里”改革", ["“茶香万里”改革"]),
        ("重大工程", []),
        ("", []),
    ],
)
def test_the_parts_of_an_instrument(instrument: str, names: list[str]) -> None:
    assert list(parts_of(instrument)) == names


def test_figures_of_speech_need_more_releases() -> None:
    assert least_uses(["“茶香”建设"]) > least_uses(["“茶香”建设", "“茶香”行动"]) == 1

"""Calls of tools that several tests make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desk import INTERVIEW
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT = (
    "上半年，规模以上工业增加值同比增长3.8%，增速比一季度加快0.8个百分点。"
    "一季度，规模以上工业增加值同比增长3.0%。截至6月底，5G基站总数达293.7万个。"
)

Arguments = dict[str, Any]

GOOD: list[tuple[str, Arguments]] = [
    ("ask", {"question": "2023年6月末5G基站有多少？"}),
    ("ask", {"question": "How many 5G base stations were there?", "as_of": "2023-07-31"}),
    ("ask", {"question": "明天天气怎么样？"}),
    ("search_releases", {}),
    ("search_releases", {"words": "5G 基站", "limit": 2, "places": 1}),
    ("search_releases", {"words": "没有这样的话"}),
    ("search_releases", {"publisher": "工业和信息化部", "since": "2023-01-01", "places": 0}),
    ("get_release", {"release": INTERVIEW}),
    ("get_release", {"release": INTERVIEW, "start": 100, "length": 0}),
    ("get_series", {"indicator": "5G基站"}),
    ("get_series", {"indicator": "5G基站", "vintages": True, "limit": 1}),
    ("list_observations", {"release": INTERVIEW, "measure": "growth", "limit": 3}),
    ("list_observations", {"region": "nowhere"}),
    ("get_panel", {}),
    ("get_panel", {"name": "telecoms", "points": 1, "entries": 1}),
    ("get_panel", {"name": "工业经济", "kind": "derived"}),
    ("get_panel", {"name": "provinces", "region": "江苏", "kind": "plan"}),
    ("list_commitments", {"release": INTERVIEW, "limit": 3}),
    ("list_commitments", {"status": "achieved", "as_of": "2023-12-31"}),
    ("compare_releases", {"old": "PLAIN", "new": INTERVIEW, "limit": 5}),
    ("compare_releases", {"old": INTERVIEW, "new": "PLAIN", "section": "figure", "same": True}),
    ("check_text", {"text": DRAFT, "published": "2023-07-20", "figures": True}),
    ("check_text", {"text": "这里没有数。"}),
    ("list_findings", {"release": INTERVIEW, "limit": 3}),
    ("list_findings", {"verdict": "holds", "limit": 1}),
]

BAD: list[tuple[str, Arguments, str]] = [
    ("ask", {}, "question: Field required"),
    ("ask", {"question": ""}, "question: String should have at least 1 character"),
    ("ask", {"question": "五" * 201}, "question: String should have at most 200"),
    ("ask", {"question": "5G\u0000"}, "question: String should match pattern"),
    ("ask", {"question": "5G基站", "as_of": "yesterday"}, "a day is written YYYY-MM-DD"),
    ("ask", {"question": ["5G基站"]}, "question: Input should be a valid string"),
    ("ask", {"question": "5G基站", "sql": "drop table"}, "sql: Extra inputs are not permitted"),
    ("search_releases", {"words": "。"}, "nothing to search for"),
    ("search_releases", {"limit": 51}, "limit: Input should be less than or equal to 50"),
    ("search_releases", {"cursor": "WzFd"}, "leave it out for the first page"),
    ("search_releases", {"cursor": "x" * 601}, "cursor: String should have at most 600"),
    ("get_release", {"release": INTERVIEW[:-1]}, f"near ones: {INTERVIEW}"),
    ("get_release", {"release": "../../etc/passwd"}, "search_releases lists releases"),
    ("get_release", {"release": INTERVIEW, "start": 10**7}, "start before its end"),
    ("get_release", {"release": INTERVIEW, "start": -1}, "start: Input should be greater"),
    ("get_release", {"release": INTERVIEW, "length": 8001}, "length: Input should be less"),
    ("get_series", {"indicator": "没有这个指标"}, "没有这个指标"),
    ("get_series", {"indicator": "5G基站", "measure": "size"}, "measure: Input should be 'level'"),
    ("get_series", {"indicator": "5G基站", "limit": 0}, "limit: Input should be greater"),
    ("list_observations", {"sure": 2}, "sure: Input should be less than or equal to 1"),
    ("list_observations", {"release": "nothing"}, "the store holds no release 'nothing'"),
    ("get_panel", {"name": "weather"}, "there is no panel 'weather'"),
    ("get_panel", {"name": "telecoms", "region": "江苏"}, "counts no province's measures"),
    ("get_panel", {"name": "provinces", "region": "Utopia"}, "there is no province 'Utopia'"),
    ("list_commitments", {"field": "sports"}, "field: Input should be"),
    ("compare_releases", {"old": INTERVIEW, "new": INTERVIEW}, "name two different releases"),
    ("compare_releases", {"old": INTERVIEW}, "new: Field required"),
    ("check_text", {"text": ""}, "text: String should have at least 1 character"),
    ("check_text", {"text": "增" * 100_001}, "text: String should have at most 100000"),
    ("check_text", {"text": "增长6.2%。", "without": "nothing"}, "holds no release 'nothing'"),
    ("check_text", {"text": "增长6.2%。", "published": "2023-02-30"}, "published: "),
    ("list_findings", {"verdict": "wrong"}, "verdict: Input should be 'holds'"),
]


def filled(arguments: Arguments, other: str) -> Arguments:
    """Arguments with the id of another release where one is meant."""
    return {name: other if value == "PLAIN" else value for name, value in arguments.items()}


def validate(answer: Any, schema: dict[str, Any]) -> None:
    """Hold an answer against the schema of its tool."""
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(answer)


def figures_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every figure that stands anywhere in an answer."""
    if isinstance(value, dict):
        if "indicator_id" in value and "sentence" in value:
            yield value
        for item in value.values():
            yield from figures_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from figures_of(item)

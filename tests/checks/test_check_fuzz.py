"""No figures, however odd, stop a check: nothing is divided by nothing, no number is too long."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from told import Earlier, told

SENTENCES = [
    "上半年，规模以上工业增加值同比增长{a}%，比去年同期加快{b}个百分点。",
    "截至6月底，5G基站总数达{a}万个，比上年末净增{b}万个。",
    "6月，汽车销量{a}万辆。6月，新能源汽车销量{b}万辆，占汽车总销量的{c}%。",
    "上半年，我国汽车出口量{a}万辆，同比增长{b}%。",
    "上半年，我国汽车出口量{a}万辆，同比下降{b}%。",
    "上半年，货物进出口总额{a}万亿元，其中，出口{b}万亿元，进口{c}万亿元。",
    "新能源汽车产量从2018年的{a}万辆增长到2023年的{b}万辆，年均增长{c}%。",
    "2023年，电信业务收入{a}亿元，同比下降{b}%。其中，新兴业务收入{c}亿元，同比下降{b}%，"
    "拉动电信业务收入增长{a}个百分点。",
    "5月，房地产开发投资同比下降{a}%，降幅比上月收窄。",
    "1至6月，新能源汽车产量达{a}万辆，超过去年全年。",
    "2024年2月29日，汽车保有量{a}万辆，同比增长{b}%。",
]
numerals = st.one_of(
    st.sampled_from(["0", "0.0", "100", "1", "0.001", "9" * 40, "1." + "3" * 35, "1,000"]),
    st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False).map(str),
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), numerals, numerals, numerals)
@example(SENTENCES, "0", "100", "0")
@example(SENTENCES, "9" * 40, "0." + "0" * 40 + "1", "1." + "3" * 35)
@example(SENTENCES, "100", "100", "100")
def test_no_figure_is_too_odd(sentences: list[str], a: str, b: str, c: str) -> None:
    text = "".join(sentence.format(a=a, b=b, c=c) for sentence in sentences)
    earlier = Earlier("".join(sentence.format(a=c, b=a, c=b) for sentence in sentences))
    for finding in told(text, earlier):
        assert finding.reason.endswith((finding.verdict.value, "none is known"))
        low, high = finding.expected
        assert low is None or high is None or low <= high

"""Words of time → ISO 8601 periods, relative to the day a release was published.

The forms follow the annotation contract: a span is ``START/END`` in months, a year, years or
days; a stock's moment is a day. Everything is resolved from three facts: the words, the
published date, and the year the text is speaking of (``frame``).
"""

from __future__ import annotations

import calendar
import re
import tomllib
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from jiedu.lexicon.numerals import chinese_value


class When(NamedTuple):
    """A resolved period.

    Attributes:
        period: in ISO 8601, or ``None`` where the words name no certain time.
        instant: whether the words name a moment (截至6月底), so that a stock is a day.
        now: whether it is the published moment (目前, 今天).
        explicit: whether a year was written or clearly meant.
        plan: whether it is the span of a plan or of a review (五年来), in which flows are
            the last year's and only counts are the span's.
    """

    period: str | None
    instant: bool = False
    now: bool = False
    explicit: bool = False
    plan: bool = False


@cache
def period_words() -> dict[str, Any]:
    """The table of words of time."""
    return tomllib.loads((files(__package__) / "data" / "periods.toml").read_text("utf-8"))


_CN = "[一二两三四五六七八九十]"
_YEAR = r"(?:(?:19|20)\d\d年度?|今年|去年|上年|上一年|前年|明年|来年|本年度?)"
_DASH = r"[—\-~至到]+"
_MONTH = rf"(?:\d{{1,2}}|{_CN}{{1,2}})月份?"
_SPAN = (
    rf"\d{{1,2}}(?:月份?)?{_DASH}\d{{1,2}}月份?"
    rf"|(?:前|首|头)(?:\d{{1,2}}|{_CN}{{1,2}})个?月"
    rf"|(?:前|首|头)[两二三四]个?季度|第?[一二三四1-4]季度|首季度?"
    rf"|[上下]半年"
)
_DAYS = rf"{_MONTH}\d{{1,2}}日{_DASH}(?:{_MONTH})?\d{{1,2}}日"
_DAY = rf"{_MONTH}\d{{1,2}}日(?:零时|\d+时(?:\d+分)?)?"
_TAIL = r"(?:以来|全年|年末|年底|年初|末|底|初|[上中下]旬|当月|期间)?"


def period_pattern() -> str:
    """The grammar of words of time as one alternative for the scanner."""
    present = [*period_words()["now"]["words"], *period_words()["days"]]
    now = "|".join(sorted(present, key=len, reverse=True))
    since = "|".join(period_words()["since"])
    plans = "十[一二三四五六]?|九"
    days_off = "|".join(period_words()["holidays"])
    year, upto = r"\d今去上前明来本", "截到至从自"
    # by the characters that each form can begin with, so that the others are not tried
    forms = (
        (
            f"{year}“{''.join(name[0] for name in period_words()['holidays'])}劳",
            rf"(?:{_YEAR}的?)?“?(?:{days_off}|劳动节)”?(?:、?中秋|、?国庆)?"
            r"(?:小?长?假期?|节?假[期日]|档|期间|黄金周)(?:前?[两三四五六七八\d]+[天日])?",
        ),
        (f"{year}春暑", rf"(?:{_YEAR})?(?:春运|暑运)(?:期间|启动以来|首日)?"),
        (f"{year}从自", rf"(?:从|自)?{_YEAR}{_MONTH}{_DASH}(?:{_YEAR}){_MONTH}"),
        (
            "从自由“‘十九",
            rf"(?:从|自|由)?“?‘?(?:{plans})五’?”?(?:时期|期间|规划期|规划|初期|末期|末|初|以来"
            r"|收官之年|收官|开局之年|开局|五年|前[一二三四两]年)?",
        ),
        (
            r"从自\d今去",
            rf"(?:从|自)?(?:(?:19|20)\d\d年?|今年|去年){_DASH}(?:(?:19|20)\d\d年|今年|去年)"
            r"(?:期间)?(?!\d{1,2}月)",
        ),
        (
            f"{year}{upto}{_CN[1:-1]}前首头第上下",
            rf"(?:截至|截止|到|至|从|自)?(?:{_YEAR}的?)?(?:{_DAYS}|{_DAY}|(?:{_SPAN}|{_MONTH}){_TAIL})",
        ),
        (f"{year}{upto}", rf"(?:截至|截止|到|至|从|自)?{_YEAR}{_TAIL}(?:前|同期)?"),
        (
            "全年到至截去上同当",
            r"全年|年内|年初以来|(?<=[较比])年初|(?:到|至)?年[末底](?:前)?|截至年[末底]|去年同期"
            r"|上年同期|同期|当月|上月|上个月|同月|上季度",
        ),
        ("过一", r"过去一年|(?<!每)(?<!第)一年来"),
        ("近这", "近些?年来?|近几年来?|这些年来?"),
        ("近过这最", rf"(?:近|过去|这|最近)(?:\d{{1,2}}|{_CN}{{1,2}})年(?:来|间|里|以来)?"),
        (rf"\d{_CN[1:-1]}", rf"(?:\d{{1,2}}|{_CN}{{1,2}})年(?:来|间|里|以来)"),
        (r"\d", r"(?<![\d月年至到—\-~、和])\d{1,2}日(?=[^内游均元龄\d至到—\-~、]|$)"),
    )
    gated = "|".join(f"(?=[{first}])(?:{form})" for first, form in forms)
    # most digits begin a figure: one look tells that no form above can follow
    digits = r"(?=\D|(?:19|20)\d\d|\d\d?[日月年季—\-~至到])"
    return rf"{digits}(?:{gated}|{since}|(?:{now}))"


_RE_PLAN = re.compile(r"(十[一二三四五六]?|九)五(?=[’”时期规初末以收开五前]|$)(.*)")
_RE_HOLIDAY = re.compile(r"元旦|春节|清明|五一|劳动节|端午|国庆|中秋|春运|暑运")
_RE_MONTHS = re.compile(rf"({_YEAR})({_MONTH}){_DASH}({_YEAR})({_MONTH})")
_RE_YEARS = re.compile(r"((?:19|20)\d\d|今年|去年)年?[—\-~至到]+((?:19|20)\d\d|今年|去年)")
_RE_YEAR = re.compile(r"((?:19|20)\d\d)年|(今年|去年|上一年|上年|前年|明年|来年|本年|全年)")
_RE_DAYS = re.compile(rf"({_MONTH})(\d{{1,2}})日{_DASH}({_MONTH})?(\d{{1,2}})日")
_RE_DAY = re.compile(rf"({_MONTH})(\d{{1,2}})日")
_RE_FIRST_YEARS = re.compile(r"前([一二三四两])年")
_RE_LONE_DAY = re.compile(r"(\d{1,2})日")
_LATE = 9  # from which month on a year counts as one of a plan's that have passed
_LAST_DAYS = 7  # how far back a day without its month may lie
_RE_RANGE = re.compile(rf"(\d{{1,2}})(?:月份?)?{_DASH}(\d{{1,2}})月")
_RE_FIRST = re.compile(rf"[前首头](\d{{1,2}}|{_CN}{{1,2}})个?月")
_RE_FIRSTQ = re.compile(r"[前首头]([两二三四])个?季度")
_RE_QUARTER = re.compile(r"([一二三四1-4])季度")
_RE_MONTH = re.compile(rf"({_MONTH})")
_RE_RECENT = re.compile(rf"(近|过去|这|最近)?(\d{{1,2}}|{_CN}{{1,2}})年")
_MOMENT = re.compile(r"[末底]$|^截[至止]|^[到至](?=.*(?:半年|季度?))|日$|零时$|时$")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(chinese_value(word))


def last_day(year: int, month: int) -> str:
    """The last day of a month in ISO form."""
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def closing_day(period: str) -> str:
    """The day a period ends on: the moment a stock is counted at.

    Args:
        period: any period of the contract's forms.
    """
    last = period.rpartition("/")[2]
    parts = [int(part) for part in last.split("-")]
    if len(parts) == 1:
        return f"{parts[0]:04d}-12-31"
    return last_day(*parts) if len(parts) == 2 else last


def opening_day(period: str) -> str:
    """The day a period begins on.

    Args:
        period: any period of the contract's forms.
    """
    first = period.partition("/")[0]
    return f"{first}-01-01"[: len("2023-06-30")] if len(first) < len("2023-06-30") else first


def day_before(period: str) -> str:
    """The day before a period begins: the eve that a rise from A to B starts at.

    Args:
        period: any period of the contract's forms.
    """
    parts = [int(part) for part in period.partition("/")[0].split("-")]
    first = date(*[*parts, 1, 1][:3])
    return (first - timedelta(days=1)).isoformat()


def span_before(period: str) -> str:
    """The year or month before a period: what a rise within it starts from.

    Its last day is the eve; a flow is the whole of it.

    Args:
        period: any period of the contract's forms.
    """
    eve = day_before(period)
    first = period.partition("/")[0]
    return eve[: len(first)] if len(first) <= len("2023-06") else eve


def _months(year: int, first: int, last: int) -> str | None:
    if not 1 <= first <= last <= 12:
        return None
    if first == last:
        return f"{year}-{first:02d}"
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def resolve(words: str, published: date, frame: int | None = None) -> When:
    """What time some words mean.

    Args:
        words: a match of the period grammar, in normal form.
        published: the release's date; 今年 is its year.
        frame: the year the text is speaking of, where it has said one.

    Returns:
        The period, ``When(None)`` where the words fix none (近年来, an impossible date).
    """
    table = period_words()
    form, found = _form(words)
    match form:
        case "since":
            return When(f"{table['since'][words]}/{published.isoformat()}")
        case "plan":
            return _plan(found[0], found[1], published)
        case "day":
            day = published + timedelta(days=table["days"][found[0]])
            return When(day.isoformat(), now=True)
        case "lone day":
            return _lone_day(int(found[0]), published)
        case "now":
            return When(published.isoformat(), instant=True, now=True)
        case "holiday":
            return _holiday(found[0], words, published, frame)
        case "months":
            return _month_range(found, published)
        case "years":
            first, last = (_year_of(word, published) for word in found)
            return When(f"{first}/{last}" if first < last else str(first), explicit=True)
    return _calendar(words, published, frame)


@lru_cache(maxsize=8192)
def _form(words: str) -> tuple[str, tuple[str, ...]]:
    """Which grammar some words follow, whatever the day, and the parts of it they fill."""
    table = period_words()
    if words in table["since"]:
        return "since", ()
    if found := _RE_PLAN.search(words):
        return "plan", found.groups()
    bare = words.removeprefix("截至").removeprefix("截止")
    if bare in table["days"]:
        return "day", (bare,)
    if words in table["now"]["words"]:
        return "now", ()
    if found := _RE_LONE_DAY.fullmatch(words):
        return "lone day", (found.group(1),)
    if found := _RE_HOLIDAY.search(words):
        return "holiday", (found.group(),)
    if found := _RE_MONTHS.search(words):
        return "months", found.groups()
    if found := _RE_YEARS.search(words):
        return "years", found.groups()
    return "calendar", ()


def _lone_day(day: int, published: date) -> When:
    """A day without its month (29日报道) is one of the last before the release."""
    for back in range(_LAST_DAYS):
        near = published - timedelta(days=back)
        if near.day == day:
            return When(near.isoformat(), now=True)
    return When(None)


def _holiday(name: str, words: str, published: date, frame: int | None) -> When:
    """The days of a holiday; ``When(None)`` where the table does not know the year."""
    year = _stated_year(words, published) or frame or published.year
    days = period_words()["holidays"]["五一" if name == "劳动节" else name].get(str(year))
    if days is None:
        return When(None)
    return When("/".join(days) if days[0] != days[1] else days[0])


def _month_range(parts: tuple[str, ...], published: date) -> When:
    first_year = _stated_year(parts[0], published)
    last_year = _stated_year(parts[2], published)
    first = _number(parts[1].rstrip("月份"))
    last = _number(parts[3].rstrip("月份"))
    if not first_year or not last_year or not 1 <= first <= 12 or not 1 <= last <= 12:
        return When(None)
    return When(f"{first_year}-{first:02d}/{last_year}-{last:02d}", explicit=True)


def _year_of(word: str, published: date) -> int:
    if word.isdigit():
        return int(word)
    return published.year + int(period_words()["years"][word])


def _plan(ordinal: str, rest: str, published: date) -> When:
    first, last = period_words()["plans"][ordinal]
    rest = rest.strip("’”")
    if rest.startswith(("末", "收官")):
        return When(str(last), explicit=True)
    if rest.startswith(("初", "开局")):
        return When(str(first), explicit=True)
    if found := _RE_FIRST_YEARS.match(rest):
        return When(f"{first}/{first + _number(found.group(1)) - 1}", explicit=True)
    if rest.startswith("以来") and first <= published.year <= last:
        done = published.year if published.month >= _LATE else published.year - 1
        if done >= first:
            return When(f"{first}/{done}" if done > first else str(first), plan=done > first)
        return When(_since(first, 1, published))
    return When(f"{first}/{last}", explicit=True, plan=True)


def _stated_year(words: str, published: date) -> int | None:
    if found := _RE_YEAR.search(words):
        if found.group(1):
            return int(found.group(1))
        if found.group(2) != "全年":
            return _year_of(found.group(2), published)
    return None


def _calendar(words: str, published: date, frame: int | None) -> When:
    stated = _stated_year(words, published)
    year = stated or frame or published.year
    explicit = stated is not None and not words.startswith("今年")
    instant = bool(_MOMENT.search(words))
    if "日" in words and (found := _RE_DAYS.search(words)):
        return _day_range(found, year, explicit=explicit)
    if "日" in words and (found := _RE_DAY.search(words)):
        month, day = _number(found.group(1).rstrip("月份")), int(found.group(2))
        return When(_iso_day(year, month, day), instant=True, explicit=explicit)
    if (months := _month_span(words)) is not None:
        first, last = months
        if not 1 <= first <= 12:
            return When(None)
        if not explicit and frame is None and _still_to_come(year, first, published):
            year -= 1
        if words.endswith("以来"):
            return When(_since(year, first, published), explicit=explicit)
        if words.endswith("初"):
            return When(_months(year, first, first), explicit=explicit)
        return When(_months(year, first, last), instant=instant, explicit=explicit)
    return _years(words, published, year, explicit=explicit, instant=instant)


def _still_to_come(year: int, month: int, published: date) -> bool:
    """Whether a span without a year would begin after the release was published."""
    return (year, month) > (published.year, published.month)


def _since(year: int, month: int, published: date) -> str | None:
    last_year, last_month = _month_before(published)
    if (year, month) > (last_year, last_month):
        return f"{year}-{month:02d}"
    if (year, month) == (last_year, last_month):
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}/{last_year}-{last_month:02d}"


def _day_range(found: re.Match[str], year: int, *, explicit: bool) -> When:
    month = _number(found.group(1).rstrip("月份"))
    second = _number(found.group(3).rstrip("月份")) if found.group(3) else month
    first_day = _iso_day(year, month, int(found.group(2)))
    last = _iso_day(year + (second < month), second, int(found.group(4)))
    if first_day is None or last is None:
        return When(None)
    return When(f"{first_day}/{last}", explicit=explicit)


@lru_cache(maxsize=8192)
def _month_span(words: str) -> tuple[int, int] | None:
    if found := _RE_RANGE.search(words):
        return int(found.group(1)), int(found.group(2))
    if found := _RE_FIRST.search(words):
        return 1, _number(found.group(1))
    if found := _RE_FIRSTQ.search(words):
        return 1, 3 * _number(found.group(1))
    if found := _RE_QUARTER.search(words):
        quarter = _number(found.group(1))
        return 3 * quarter - 2, 3 * quarter
    if "首季" in words:
        return 1, 3
    if "上半年" in words:
        return 1, 6
    if "下半年" in words:
        return 7, 12
    if found := _RE_MONTH.search(words):
        month = _number(found.group(1).rstrip("月份"))
        return month, month
    return None


def _years(words: str, published: date, year: int, *, explicit: bool, instant: bool) -> When:
    if (found := _RE_RECENT.search(words)) and not _RE_YEAR.search(words):
        return _recent(found, words, published, year)
    if words in {"上月", "上个月"}:
        last_year, month = _month_before(published)
        return When(_months(last_year, month, month))
    if words.endswith("以来"):
        if year > published.year:
            return When(str(year), explicit=explicit)
        return When(_since(year, 1, published), explicit=explicit)
    if words.endswith("年初"):
        return When(f"{year}-01", instant=True, explicit=explicit)
    if _RE_YEAR.search(words) or "年底" in words or "年末" in words or words == "年内":
        return When(str(year), instant=instant, explicit=explicit)
    return When(None)


def _recent(found: re.Match[str], words: str, published: date, frame: int) -> When:
    count = _number(found.group(2))
    if words in {"过去一年", "一年来"}:
        last = published.year - 1 if published.month <= 3 else published.year
        return When(str(last))
    if found.group(1) in {"近", "过去", "最近"}:
        last = published.year - 1
        return When(f"{last - count + 1}/{last}" if count > 1 else str(last), plan=count == 5)
    if count == 5:
        # 五年来 late in a plan's last year is that plan; in a review, the years up to it
        closing = published.year % 5 == 0 and published.month >= _LATE
        last = published.year if closing else min(frame, published.year - 1)
        return When(f"{last - 4}/{last}", plan=True)
    return When(None)

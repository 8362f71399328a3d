"""The data files that ship, and what a user's own file may get wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.catalogue import indicator, programmes
from jiedu.errors import InputError, NotFoundError
from jiedu.model import (
    DerivedItem,
    FigureItem,
    Measure,
    Panel,
    ProgrammeItem,
    Status,
    Timing,
)
from jiedu.panels import known_panels, panel, read_panel
from jiedu.panels.known import ENVIRONMENT
from jiedu.panels.reading import parse_panel

# what belongs to each field: rows of figures, then mechanisms, programmes, platforms and rules
NEEDED = {
    "industrial_economy": (
        "value_added value_added_month equipment profit profit_equipment profit_high_tech"
        " profit_automobile profit_electrical profit_electronics",
        "ten_industries_growth development_bank_loans firm_dialogue manufacturing_clusters"
        " export_support",
    ),
    "consumer_goods": (
        "products e_bike refrigerator air_conditioner light upgraded",
        "three_products drug_shortage small_variety_drugs medical_supplies infant_formula"
        " brand_discovery upgraded_products",
    ),
    "smart_manufacturing": (
        "workshops_factories maturity_level2 upgrade_explored demonstration cycle productivity"
        " defects emissions standards",
        "smart_scenarios smart_solutions smart_standards smart_alliance",
    ),
    "green_manufacturing": (
        "cement_line clusters clusters_output inspected station_energy battery_recycled"
        " battery_sites pv_share nev_output nev_sales nev_rank",
        "green_factories green_parks green_benchmarks energy_inspection digital_carbon_platform"
        " industrial_microgrid battery_recycling green_standards",
    ),
    "telecoms": (
        "volume revenue emerging_growth emerging_pull internet_revenue gigabit_ports"
        " industrial_platforms industrial_pilots os_installs ipv6_users ipv6_traffic phones",
        "universal_service border_broadband dual_gigabit industrial_internet network_security",
    ),
    "five_g": (
        "stations stations_shared users traffic_share industries cases module_price terminals",
        "sail project_751 factories_5g signal_upgrade redcap five_g_advanced six_g"
        " cross_network_roaming radio_spectrum",
    ),
    "services_and_rights": (
        "accessible apps_named standards spam fraud_calls fraud_messages",
        "app_rules store_gatekeeping app_signing app_platform nuisance_calls fraud_prevention"
        " licence_reform platform_pact telecom_compliance",
    ),
    "computing_power": (
        "rank growth intelligent_new west_share trunk_fibres model_centres",
        "computing_plan computing_integration computing_network computing_contest computing_tour",
    ),
    "provinces": ("grp_growth industry_growth grp_goal industry_goal", ""),
}
HEAD = 'title = "我的看板"\n\n'
FIGURE = '[[figure]]\nkey = "stations"\nindicator = "5g.stations"\n'


def derived(formula: str, more: str = "") -> str:
    """A panel with a row and a derived figure."""
    return f'{HEAD}{FIGURE}[[derived]]\nkey = "d"\nname = "x"\nformula = "{formula}"\n{more}\n'


WRONG = {
    "": ("the panel has no title", "write title"),
    HEAD: ("has no rows", "write [[figure]]"),
    "title = 5g\n": ("mine.toml:1: it is no TOML", "mend the line"),
    'titel = "x"\n': ("no field 'titel' of a panel", "title"),
    f'{HEAD}[figure]\nkey = "a"\n': ("rows are written [[figure]]", ""),
    f'{HEAD}[[figure]]\nindicator = "5g.station"\n': (
        "mine.toml:3: there is no indicator '5g.station'",
        "5g.stations",
    ),
    f'{HEAD}[[figure]]\nindicator = "5G机站"\n': ("no indicator '5G机站'", "5G基站"),
    f'{HEAD}[[figure]]\nkey = "a"\n': ("has no indicator", "words"),
    f'{HEAD}[[figure]]\nkey = "Ä"\nindicator = "5g.stations"\n': ("a key is small letters", ""),
    HEAD + FIGURE + FIGURE: ("mine.toml:6: there are two rows of the key 'stations'", ""),
    f'{HEAD}{FIGURE}mesure = "level"\n': ("no field 'mesure' of a row", "is it 'measure'?"),
    f'{HEAD}{FIGURE}measure = "size"\n': ("there is no measure 'size'", "level, share"),
    f'{HEAD}{FIGURE}timing = "week"\n': ("there is no timing 'week'", "moment, month"),
    f'{HEAD}{FIGURE}status = "hope"\n': ("there is no status 'hope'", "target"),
    f'{HEAD}{FIGURE}basis = "yearly"\n': ("there is no basis 'yearly'", "yoy"),
    f'{HEAD}{FIGURE}region = "火星"\n': ("no province or city '火星'", "江苏"),
    f"{HEAD}{FIGURE}name = 5\n": ("name must be words", ""),
    f'{HEAD}{FIGURE}words = "基站"\n': ("words must be a list", ""),
    f'{HEAD}{FIGURE}provinces = "yes"\n': ("provinces must be true or false", ""),
    f'{HEAD}[[figure]]\nkey = "a"\nwords = ["基站"]\n': ("has no name", ""),
    derived("stations / "): (
        "mine.toml:6: the formula 'stations / ' cannot be read: it ends where a number or a key"
        " is wanted, at character 12",
        "keys of rows",
    ),
    derived("station * 2"): (
        "names no row: 'station', at character 1",
        "near ones: stations",
    ),
    derived("1 + 1"): ("names no row", "there are stations"),
    derived("stations", 'official = "b"'): ("official names no row: 'b'", ""),
    derived("stations", "carry = { b = 2 }"): ("carry gives months", ""),
    f'{HEAD}[[programme]]\nkey = "signal_upgrad"\n': (
        "no programme 'signal_upgrad'",
        "signal_upgrade",
    ),
}


def parsed(text: str) -> Panel:
    return parse_panel(text, Path("mine.toml"))


def test_nine_panels_ship_in_order() -> None:
    assert list(known_panels()) == list(NEEDED)


@pytest.mark.parametrize(("key", "needed"), NEEDED.items())
def test_a_panel_has_all_that_belongs_to_its_field(key: str, needed: tuple[str, str]) -> None:
    one = panel(key)
    figures, named = needed
    assert set(figures.split()) <= {item.key for item in one.figures}
    assert set(named.split()) <= {item.key for item in one.programmes}
    assert one.derived or one.plans


@pytest.mark.parametrize("key", NEEDED)
def test_every_row_of_the_data_files(key: str) -> None:
    one = panel(key)
    assert one.title
    rows: list[FigureItem | DerivedItem | ProgrammeItem] = [
        *one.figures,
        *one.derived,
        *one.programmes,
    ]
    for item in rows:
        assert item.name
        assert item.english.isascii(), item.key
    for figure in one.figures:
        assert all(indicator(name) for name in figure.indicators)
    for programme in one.programmes:
        assert programme.key in programmes()
    titles = [item.name for item in rows if not isinstance(item, ProgrammeItem)]
    assert len(set(titles)) == len(titles)


def test_what_a_row_need_not_say() -> None:
    (level,) = parsed(HEAD + FIGURE).figures
    assert (level.name, level.english) == ("5G基站", "5G base stations")
    assert (level.measure, level.status) == (Measure.LEVEL, Status.ACTUAL)
    assert (level.timing, level.basis) == (Timing.MOMENT, None)
    (growth,) = parsed(
        HEAD + '[[figure]]\nindicator = "规模以上工业增加值"\nmeasure = "growth"\nregion = "江苏"\n'
    ).figures
    assert (growth.key, growth.indicators) == ("industry_value_added", ("industry.value_added",))
    assert (growth.name, growth.timing, growth.basis) == (
        "规模以上工业增加值增速", Timing.ACCUMULATED, "yoy",
    )  # fmt: skip
    assert growth.of_region == "江苏省"


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=range(len(WRONG)))
def test_what_a_file_gets_wrong(text: str, told: tuple[str, str]) -> None:
    what, hint = told
    with pytest.raises(InputError) as raised:
        parsed(text)
    assert what in str(raised.value)
    assert hint in str(raised.value)


VALUES = ["5", "true", "[]", "[[]]", "[1]", "{}", '"x"', '""', '"5G基站"', "2023-01-01", "nan",
          '[["a"], "b"]', '"stations / 2"', '["基站"]', "{ stations = 2 }"]  # fmt: skip
FIELDS = ["key", "name", "indicator", "indicators", "words", "sentence", "measure", "basis", "unit",
          "timing", "region", "provinces", "formula", "carry", "official", "names"]  # fmt: skip


@given(
    st.sampled_from(["figure", "derived", "programme"]),
    st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(VALUES), max_size=5),
)
def test_any_row_is_one_or_an_error_that_says_where(section: str, row: dict[str, str]) -> None:
    lines = "".join(f"{name} = {value}\n" for name, value in row.items())
    try:
        assert parsed(f"{HEAD}{FIGURE}[[{section}]]\n{lines}").figures
    except InputError as error:
        told = (error.document, error.offset)
        assert told == ("mine.toml", 6), error  # noqa: PT017


FILES = {
    "nothing.toml": (None, "No such file"),
    "latin.toml": ("title = “é”".encode("latin-1", "replace") + b"\xe9", "no UTF-8 text"),
    "huge.toml": (b"#" * 1_000_001, "larger than"),
}


@pytest.mark.parametrize(("name", "told"), FILES.items())
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, told: tuple[bytes | None, str]
) -> None:
    data, words = told
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_panel(tmp_path / name)


def test_a_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.toml").write_text(HEAD + FIGURE, encoding="utf-8")
    (tmp_path / "five_g.toml").write_text('title = "又一个"\n' + FIGURE, encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert panel("mine").title == panel("我的看板").title == "我的看板"
    assert panel("five_g").title == "又一个"
    assert list(known_panels()) == [*NEEDED, "mine"]


def test_no_such_panel() -> None:
    with pytest.raises(NotFoundError, match="five_g"):
        panel("fiveg")
    assert panel("computing power").key == panel("算力").key == "computing_power"

"""What figures are called in a document: the catalogue's name, the measure, the basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.periods import period_words
from jiedu.catalogue import RegionLevel, indicator, region_of
from jiedu.model import Language

if TYPE_CHECKING:
    from jiedu.model import Measure, Observation


def indicator_name(indicator_id: str | None, written: str, language: Language) -> str:
    """The catalogue's name of an indicator; as the text writes it where it has none.

    Args:
        indicator_id: of the catalogue, or ``None``.
        written: the name in the words of the text.
        language: of the document.
    """
    known = indicator(indicator_id) if indicator_id else None
    if known is None:
        return written
    return known.english if language is Language.EN else known.name


def measure_name(measure: Measure, basis: str | None, language: Language) -> str:
    """What is said of an indicator: 同比增速, growth year on year; empty for a level."""
    words = read_words("naming", language)
    kind = str(words["measures"][measure.value])
    told = basis_name(basis, language)
    if language is Language.EN:
        return " ".join(filter(None, (kind, told)))
    return told + kind


def basis_name(basis: str | None, language: Language) -> str:
    """A basis in words; empty where there is none."""
    words = read_words("naming", language)
    if basis is None:
        return ""
    if basis.startswith("vs:"):
        return str(words["vs"].format(name=basis.removeprefix("vs:")))
    if basis in words["bases"]:
        return str(words["bases"][basis])
    return str(words["against"].format(period=period_words(basis, language)))


def region_name(region: str | None, language: Language) -> str:
    """A region's name; empty for the country."""
    if region is None:
        return ""
    known = region_of(region)
    if known is None or known.level is not RegionLevel.PROVINCE:
        return region
    provinces = read_words("places", language).get("provinces", {})
    return str(provinces.get(known.code[:2], region))


def publisher_name(publisher: str | None, language: Language) -> str:
    """A publisher's name; empty where it is not known."""
    if publisher is None:
        return ""
    return str(read_words("places", language).get("publishers", {}).get(publisher, publisher))


def figure_name(found: Observation, language: Language) -> str:
    """The full name of a figure: 规模以上工业增加值同比增速."""
    name = indicator_name(found.indicator_id, found.indicator, language)
    return series_name(name, found.measure, found.basis, found.region, language)


def series_name(
    name: str, measure: Measure, basis: str | None, region: str | None, language: Language
) -> str:
    """A name with its measure, basis and region, in the order of the language."""
    words = read_words("naming", language)
    where = region_name(region, language)
    if where and not name.startswith(where):
        name = str(words["of"].format(region=where, name=name))
    told = measure_name(measure, basis, language)
    if not told:
        return name
    return f"{name}{words['colon']}{told}"

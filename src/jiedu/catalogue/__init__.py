"""Canonical ids: indicators, regions, industries, programmes. Its tables load when asked for."""

from jiedu.catalogue.english import (
    english_words,
    named_in_english,
    names_within,
    subjects_within,
)
from jiedu.catalogue.indicators import indicator, indicators
from jiedu.catalogue.industries import Industry, industries, industry_of
from jiedu.catalogue.kinship import identify_after, is_of_a_part, leads_on
from jiedu.catalogue.matching import Match, identify, identify_at, indicator_of, match
from jiedu.catalogue.places import place_of
from jiedu.catalogue.programme_names import (
    Mention,
    ProgrammeNames,
    programme_of,
    programme_of_instrument,
    programmes_in,
)
from jiedu.catalogue.programmes import Programme, ProgrammeKind, programmes
from jiedu.catalogue.regions import (
    Region,
    RegionLevel,
    customs_region,
    region_of,
    regions,
    split_region,
)
from jiedu.catalogue.units import unit_family
from jiedu.catalogue.users_programmes import known_programmes, users_file
from jiedu.catalogue.wording import plain

__all__ = [
    "Industry",
    "Match",
    "Mention",
    "Programme",
    "ProgrammeKind",
    "ProgrammeNames",
    "Region",
    "RegionLevel",
    "customs_region",
    "english_words",
    "identify",
    "identify_after",
    "identify_at",
    "indicator",
    "indicator_of",
    "indicators",
    "industries",
    "industry_of",
    "is_of_a_part",
    "known_programmes",
    "leads_on",
    "match",
    "named_in_english",
    "names_within",
    "place_of",
    "plain",
    "programme_of",
    "programme_of_instrument",
    "programmes",
    "programmes_in",
    "region_of",
    "regions",
    "split_region",
    "subjects_within",
    "unit_family",
    "users_file",
]

"""A briefing of a release, section by section; the same material gives the same briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.composing.checked import checked
from jiedu.briefings.composing.citing import Notes
from jiedu.briefings.composing.explained import explained
from jiedu.briefings.composing.headlines import headlines
from jiedu.briefings.composing.history import History
from jiedu.briefings.composing.measures import measures
from jiedu.briefings.composing.pictures import pictures
from jiedu.briefings.composing.setting import FULL, TWO_PAGES, Setting, text
from jiedu.briefings.composing.watch import watch
from jiedu.briefings.data_files import read_words
from jiedu.briefings.naming import publisher_name, region_name
from jiedu.briefings.periods import day_words
from jiedu.model import Briefing, Language, Paragraph

if TYPE_CHECKING:
    from jiedu.model import Block, Material


def compose(
    material: Material, language: Language = Language.ZH, *, full: bool = False
) -> Briefing:
    """Write the briefing of a release.

    Args:
        material: what it is made from.
        language: of everything but quotations.
        full: whether all is told, and not only what two pages hold.
    """
    words = read_words("brief", language)
    release = material.reading.release
    notes = Notes([*material.releases, release], full=full)
    limits = FULL if full else TWO_PAGES
    setting = Setting(material, language, words, notes, History(material.history), limits)
    blocks: list[Block] = [Paragraph((text(words["made"]),), remark=True)]
    section, told = headlines(setting)
    blocks += section
    blocks += pictures(setting, told)
    blocks += explained(setting)
    blocks += measures(setting)
    blocks += checked(setting)
    blocks += watch(setting, told)
    return Briefing(
        setting.say("title", title=release.title),
        _about(setting),
        language,
        tuple(blocks),
        notes.made(),
        words["notes"],
        release.title,
        release.id,
        material.as_of,
    )


def _about(setting: Setting) -> str:
    release = setting.release
    day = day_words(release.published, setting.language)
    publisher = publisher_name(release.publisher, setting.language)
    region = region_name(release.region, setting.language)
    if region and (not publisher or "省级" in (release.publisher or "")):
        return setting.say("about_region", region=region, day=day)
    return setting.say("about", publisher=publisher, day=day).strip(" ,　")

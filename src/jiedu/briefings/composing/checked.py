"""What recomputing the release's claims showed: what does not agree, with the sum."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.briefings.composing.said import figure
from jiedu.briefings.composing.setting import count, strong, text
from jiedu.briefings.composing.values import amount_words
from jiedu.briefings.magnitudes import grouped, scale_of
from jiedu.lexicon import MAGNITUDES
from jiedu.model import Bullets, Heading, Language, Paragraph, Verdict, Words, WordsKind

if TYPE_CHECKING:
    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Finding, Line, Observation

_ODD = (Verdict.OFF, Verdict.REVISED, Verdict.COMPARABLE_BASIS)
_WHERE = re.compile(r" \([^()]*, \d{4}-\d\d-\d\d\)")  # which release an operand is from
_STATED = "; stated "
_RESULT = re.compile(r"= (−?[\d.]+) ± ([\d.]+)(万亿|亿|万|千|百)?(?:[^\s\d]*)$")


def checked(setting: Setting) -> list[Block]:
    """The section: how many claims were recomputed, and each that is not as it was computed."""
    decided = _distinct(setting)
    blocks: list[Block] = [Heading(setting.words["checks"])]
    odd = sorted(
        (finding for finding in decided if finding.verdict in _ODD),
        key=lambda finding: _ODD.index(finding.verdict),
    )
    if not decided:
        return [*blocks, Paragraph((text(setting.words["checks_nothing"]),))]
    if not odd:
        return [*blocks, Paragraph((count(setting.say("checks_none", count=len(decided))),))]
    blocks.append(Paragraph((count(setting.say("checks_some", count=len(decided), odd=len(odd))),)))
    shown = odd[: setting.limits.checks]
    blocks.append(Bullets(tuple(_item(finding, setting) for finding in shown)))
    if len(odd) > len(shown):
        left = setting.say("checks_left", count=len(odd) - len(shown))
        blocks.append(Paragraph((count(left),), remark=True))
    return blocks


def _distinct(setting: Setting) -> list[Finding]:
    """The findings that decide something; a claim that is said twice is one."""
    found: dict[tuple[object, ...], Finding] = {}
    for finding in setting.material.findings:
        if finding.verdict is not Verdict.UNVERIFIABLE:
            claim = finding.claim.observation
            name = claim.indicator_id or claim.indicator
            key = (finding.rule, name, claim.measure, claim.period, claim.value, finding.verdict)
            found.setdefault(key, finding)
    return list(found.values())


def _item(finding: Finding, setting: Setting) -> Line:
    claim = finding.claim.observation
    verdict = strong(setting.words[f"check_{finding.verdict.value}"])
    name = setting.name(claim)
    notes = [setting.notes.figure(source) for source in (finding.claim, *finding.evidence)]
    own, *others = notes
    evidence = tuple(dict.fromkeys(note for note in others if note != own))
    return (
        verdict,
        text(setting.say("check_item", verdict="", name=name)),
        figure(claim, setting.language, own),
        text(setting.words["stop"]),
        text(setting.words["gap"] + setting.words["check_sum"]),
        Words(sum_of(finding, setting), WordsKind.SUM, evidence),
        text(setting.words["stop"]),
    )


def sum_of(finding: Finding, setting: Setting) -> str:
    """The sum of a finding in the language of the briefing, without the places of its operands."""
    told = _WHERE.sub("", finding.reason.partition(_STATED)[0])
    for words, said in setting.words["sums"].items():
        told = told.replace(words, said)
    if setting.language is Language.ZH:
        return told
    for source in (finding.claim, *finding.evidence):
        found = source.observation
        told = told.replace(found.text, amount_words(abs(found.value), found.unit, Language.EN))
    return _RESULT.sub(lambda match: _result(match, finding.claim.observation), told)


def _result(match: re.Match[str], claim: Observation) -> str:
    """A computed value with its room, its magnitude in English: 960 ± 5 million mu."""
    size = MAGNITUDES.get(match[3] or "", Decimal(1))
    value, room = (Decimal(words.replace("−", "-")) * size for words in (match[1], match[2]))
    scale = scale_of([value], claim.unit, Language.EN)
    told, half = (grouped(scale.of(part)).replace("-", "−") for part in (value, room))
    return f"= {told} ± {half}{'' if scale.unit == '%' else ' '}{scale.unit}"

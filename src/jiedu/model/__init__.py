"""The types that cross a stage: frozen, standard library only, spans required."""

from jiedu.model.answer import Answer, Understood
from jiedu.model.briefing import (
    Block,
    Briefing,
    Bullets,
    Grid,
    Heading,
    Line,
    Material,
    Note,
    Paragraph,
    Picture,
    Pictures,
    Words,
    WordsKind,
)
from jiedu.model.chart import Chart, ChartKind, ChartPoint, ChartSeries, Stretch
from jiedu.model.commitment import Commitment
from jiedu.model.comparison import (
    Change,
    Comparison,
    FigureChange,
    MeasureChange,
    NameChange,
    PhraseChange,
    SentenceChange,
    Shift,
)
from jiedu.model.finding import Finding, Source, Verdict
from jiedu.model.finding_row import FINDING_FIELDS, FindingRow, finding_row_of
from jiedu.model.hint import Hint
from jiedu.model.indicator import Direction, Indicator, Kind
from jiedu.model.judgement import Judgement, Ruling
from jiedu.model.language import Language
from jiedu.model.ledger import Entry, Promise
from jiedu.model.ledger_row import LEDGER_FIELDS, LedgerRow, ledger_rows
from jiedu.model.listed import Listed, Listing
from jiedu.model.notice import Notice, NoticeKind
from jiedu.model.numeral import Decision, Numeral
from jiedu.model.observation import ASSISTED, CHANGES, Bound, Measure, Observation, Status
from jiedu.model.original import Original, original_of
from jiedu.model.outcome import Evidence, Outcome, State
from jiedu.model.panel import DerivedItem, FigureItem, Panel, ProgrammeItem, Timing
from jiedu.model.panel_sheet import (
    DerivedRow,
    FigureRow,
    Mentioned,
    PanelSheet,
    PlanRow,
    ProgrammeRow,
    ProvinceRow,
)
from jiedu.model.reading import Reading
from jiedu.model.record import FIELDS, Record, Table, record_of
from jiedu.model.release import Release, digest
from jiedu.model.run import Run
from jiedu.model.search import Found, Hit
from jiedu.model.series import Aside, Series, Vintage
from jiedu.model.span import Span
from jiedu.model.standing import CheckedStore, ReadVersion, Standing
from jiedu.model.structure import Point, Role, Structure, Turn
from jiedu.model.told import Told

__all__ = [
    "ASSISTED",
    "CHANGES",
    "FIELDS",
    "FINDING_FIELDS",
    "LEDGER_FIELDS",
    "Answer",
    "Aside",
    "Block",
    "Bound",
    "Briefing",
    "Bullets",
    "Change",
    "Chart",
    "ChartKind",
    "ChartPoint",
    "ChartSeries",
    "CheckedStore",
    "Commitment",
    "Comparison",
    "Decision",
    "DerivedItem",
    "DerivedRow",
    "Direction",
    "Entry",
    "Evidence",
    "FigureChange",
    "FigureItem",
    "FigureRow",
    "Finding",
    "FindingRow",
    "Found",
    "Grid",
    "Heading",
    "Hint",
    "Hit",
    "Indicator",
    "Judgement",
    "Kind",
    "Language",
    "LedgerRow",
    "Line",
    "Listed",
    "Listing",
    "Material",
    "Measure",
    "MeasureChange",
    "Mentioned",
    "NameChange",
    "Note",
    "Notice",
    "NoticeKind",
    "Numeral",
    "Observation",
    "Original",
    "Outcome",
    "Panel",
    "PanelSheet",
    "Paragraph",
    "PhraseChange",
    "Picture",
    "Pictures",
    "PlanRow",
    "Point",
    "ProgrammeItem",
    "ProgrammeRow",
    "Promise",
    "ProvinceRow",
    "ReadVersion",
    "Reading",
    "Record",
    "Release",
    "Role",
    "Ruling",
    "Run",
    "SentenceChange",
    "Series",
    "Shift",
    "Source",
    "Span",
    "Standing",
    "State",
    "Status",
    "Stretch",
    "Structure",
    "Table",
    "Timing",
    "Told",
    "Turn",
    "Understood",
    "Verdict",
    "Vintage",
    "Words",
    "WordsKind",
    "digest",
    "finding_row_of",
    "ledger_rows",
    "original_of",
    "record_of",
]

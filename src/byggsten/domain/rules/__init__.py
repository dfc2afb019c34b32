"""The rule engine: tables in, outcomes with their reasons out.  Pure; the files are read by ``rulebook``."""

from byggsten.domain.rules.book import Rulebook
from byggsten.domain.rules.calendar import NEVER
from byggsten.domain.rules.changes import Change, Turn
from byggsten.domain.rules.dated import Parameter, Value
from byggsten.domain.rules.decision import Decision
from byggsten.domain.rules.encode import Encoded
from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.explain import Step
from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.kinds import Confidence, Kind, Party, Words
from byggsten.domain.rules.located import Located
from byggsten.domain.rules.merge import RuleFile
from byggsten.domain.rules.receipt import ENGINE
from byggsten.domain.rules.remarks import Remark
from byggsten.domain.rules.replay import Replay, replay
from byggsten.domain.rules.tables import Code, Derived, Fact, FactValue, Row, Rule, Tables
from byggsten.domain.rules.used import Missing, Origin, UsedFact, UsedParameter
from byggsten.domain.rules.why_not import Unmet, UnmetPart

__all__ = [
    "ENGINE",
    "NEVER",
    "Change",
    "Code",
    "Confidence",
    "Decision",
    "Derived",
    "Encoded",
    "Fact",
    "FactValue",
    "Kind",
    "Located",
    "Missing",
    "Origin",
    "Parameter",
    "Party",
    "Remark",
    "Replay",
    "Role",
    "Row",
    "Rule",
    "RuleFile",
    "Rulebook",
    "RulebookError",
    "Step",
    "Tables",
    "Turn",
    "Type",
    "Unmet",
    "UnmetPart",
    "UsedFact",
    "UsedParameter",
    "Value",
    "Words",
    "replay",
]

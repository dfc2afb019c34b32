"""The facts about a person on a day, as the rules read them."""

from byggsten.domain.facts.assumed import OWN_EVENTS, UNLESS_TOLD, Value
from byggsten.domain.facts.gathering import person_facts
from byggsten.domain.facts.naming import Facts

__all__ = ["OWN_EVENTS", "UNLESS_TOLD", "Facts", "Value", "person_facts"]

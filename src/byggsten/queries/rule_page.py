"""One rule for one person on a day or in a week: the outcome, and when it next comes out otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.queries.judging import about_a_week, case_for, finished_before, judged_on, weeks_of
from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Change

# How far ahead the next change is looked for.
AHEAD = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class RulePage:
    """The judgement that the rule is explained in.

    ``week`` is the week whose time the rule rests on, None when it rests on no week.
    ``change`` is None when nothing changes within three years, or when the rule rests on a week.
    """

    assessment: Assessment
    rule: str
    week: Week | None
    change: Change | None


def rule_page(
    actor: Actor, reference: str, rule: str, *, day: date | None = None, week: Week | None = None
) -> RulePage:
    """The rule in the week, or on the day (today when neither is said).

    Raises NothingHere, also for a rule that does not exist; NotInYourRole; RulebookError.
    """
    rules = rules_here()
    asked = day or actor.on
    judged = week or finished_before(asked)
    case = case_for(actor, reference, (judged,))
    if rule not in rules.duty.rules:
        raise NothingHere
    # The hours of a day to come are planned, not judged: one looks from today or from an earlier day.
    found = weeks_of(case, (judged,), rules, asked if week is None else actor.on)[judged]
    weekly = about_a_week(rules.duty, rule, found.day)
    assessment = found if week is not None else judged_on(case, asked, found, rules)
    values = assessment.facts.values
    change = (
        None
        if weekly
        else rules.duty.next_change(assessment.day, values, (rule,), until=assessment.day + AHEAD)
    )
    return RulePage(assessment, rule, judged if weekly else None, change)

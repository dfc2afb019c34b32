"""Findings about how many hours: too few, too many, an adaptation without its ground, weeks that dip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.goals_and_length import EXTENT
from byggsten.domain.plan_findings.looking import HOUSE, KNOWN, STRATEGY_GOAL, hours
from byggsten.domain.texts import N_, Text
from byggsten.domain.week_grid import holidays, stretches, week_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings.looking import View


def extent(view: View) -> Iterator[Finding]:
    """The fullest normal week against what is required, within the municipality's tolerance."""
    situation, chosen = view.situation, week_minutes(view.blocks)
    source = situation.extent_source or STRATEGY_GOAL
    if not view.choices:
        text = N_("Inget är valt. Välj minst en aktivitet.")
        yield Finding("nothing_chosen", Severity.STOP, Text(text), HOUSE, ("choices",))
    if situation.required is None:
        yield _unknown(view)
        return
    if situation.voluntary:
        return
    tolerance = situation.norms.tolerance.value if situation.norms.tolerance else 0
    missing = situation.required - chosen
    told = {"chosen": hours(chosen), "required": hours(situation.required), "apart": hours(abs(missing))}
    if missing > tolerance:
        text = N_("%(chosen)s timmar är valda av %(required)s. Det saknas %(apart)s timmar i en hel vecka.")
        yield Finding("extent_under", Severity.WARN, Text(text, told), source, ("extent",))
    elif -missing > tolerance:
        text = N_(
            "%(chosen)s timmar är valda, men bara %(required)s kan krävas. %(apart)s timmar är frivilliga."
        )
        yield Finding("extent_over", Severity.WARN, Text(text, told), source, ("extent",))
    yield from _dips(view, situation.required - tolerance, full=missing <= tolerance)


def adapted(view: View) -> Iterator[Finding]:
    """An adapted extent says what it rests on."""
    situation = view.situation
    if not situation.adapted or view.draft.evidence.strip():
        return
    # That children live at home is known from the household; certified capacity needs its certificate.
    grave = Severity.STOP if situation.extent == "adapted" else Severity.WARN
    text = N_("Omfattningen är anpassad, men planen säger inte vad det vilar på. Skriv vilket underlag.")
    yield Finding(
        "adapted_without_evidence", grave, Text(text), situation.extent_source or EXTENT, ("evidence",)
    )


def days_off(view: View) -> Iterator[Finding]:
    """Holidays in the plan's weeks, and the time that they take."""
    off = holidays(view.blocks, view.period)
    if not off:
        return
    text = N_("%(count)s helgdagar infaller på planens dagar, den första %(day)s. De tar %(hours)s timmar.")
    told = {"count": len(off), "day": off[0].day, "hours": hours(sum(day.minutes for day in off))}
    yield Finding("holidays", Severity.NOTE, Text(text, told), N_("Lag (1989:253) om allmänna helgdagar"))


def _unknown(view: View) -> Finding:
    ask = ", ".join(view.situation.ask)
    text = Text(N_("Hur många timmar som kan krävas är okänt. Fråga om: %(ask)s."), {"ask": ask})
    if not ask:
        text = Text(N_("Hur många timmar som kan krävas är okänt. Fråga om det som saknas i ärendet."))
    return Finding("extent_unknown", Severity.NOTE, text, KNOWN, ("extent",))


def _dips(view: View, least: int, *, full: bool) -> Iterator[Finding]:
    """Weeks of the plan that fall short although the fullest week does not."""
    short = [part for part in stretches(view.blocks, view.period) if part.minutes < least]
    if not full or not short:
        return
    text = N_(
        "Från %(day)s är bara %(hours)s timmar i veckan fyllda. Fyll på, eller ändra när grupper börjar."
    )
    told = {"day": short[0].period.first_day, "hours": hours(short[0].minutes)}
    yield Finding("extent_dips", Severity.NOTE, Text(text, told), STRATEGY_GOAL, ("extent",))

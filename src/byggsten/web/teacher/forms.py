"""The register as a form: one choice a person, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.actions.marks import Mark
from byggsten.domain.dates import Minutes
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from django.http import QueryDict

    from byggsten.queries.register_page import Pupil, RegisterPage

HERE, LATE, REPORTED, GONE = "here", "late", "reported", "gone"
LATE_REASON, NO_REASON = "late", "none"
# No session is longer than four digits of minutes; a longer number is never read.
LATE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for one person; ``kind`` "" is nothing yet."""

    pupil: Pupil
    kind: str = ""
    late: str = ""
    reason: str = ""
    error: str = ""

    @property
    def reference(self) -> str:
        return self.pupil.reference


def standing(page: RegisterPage) -> tuple[Choice, ...]:
    """The choices as the last marks say."""
    return tuple(_stands(pupil, page.session.minutes) for pupil in page.pupils)


def _stands(pupil: Pupil, minutes: int) -> Choice:
    if pupil.attended is None:
        return Choice(pupil)
    if pupil.attended == minutes:
        return Choice(pupil, HERE)
    if pupil.attended:
        return Choice(pupil, LATE, late=str(minutes - pupil.attended))
    if pupil.reason in ("", NO_REASON):
        return Choice(pupil, GONE)
    return Choice(pupil, REPORTED, reason=pupil.reason)


def chosen(page: RegisterPage, sent: QueryDict) -> tuple[Choice, ...]:
    """The choices as they were sent; with «all here», those without a choice are here."""
    everyone = "all_here" in sent
    found = []
    for pupil in page.pupils:
        kind = sent.get(f"mark-{pupil.reference}", "") or (HERE if everyone else "")
        choice = Choice(
            pupil,
            kind if kind in (HERE, LATE, REPORTED, GONE) else "",
            late=sent.get(f"late-{pupil.reference}", "").strip(),
            reason=sent.get(f"reason-{pupil.reference}", ""),
        )
        found.append(replace(choice, error=_error(choice, page)))
    return tuple(found)


def _error(choice: Choice, page: RegisterPage) -> str:
    if choice.kind == LATE and number(choice.late, LATE_DIGITS) is None:
        return _("Skriv hur många minuter som missades.")
    if choice.kind == LATE and not 0 < int(choice.late) < page.session.minutes:
        return _("Tillfället är %(minutes)s minuter. Skriv färre, eller välj Borta.") % {
            "minutes": page.session.minutes
        }
    if choice.kind == REPORTED and choice.reason not in dict(page.reasons):
        return _("Välj orsak, eller Borta om du inte vet.")
    return ""


def _same(choice: Choice, stands: Choice) -> bool:
    """Whether the choice is the one that stands; what another choice's field holds is nothing."""
    if choice.kind != stands.kind:
        return False
    if choice.kind == LATE:
        return int(choice.late) == int(stands.late)
    return choice.kind != REPORTED or choice.reason == stands.reason


def marks(choices: tuple[Choice, ...], minutes: int) -> tuple[Mark, ...]:
    """The choices as marks; a person without a choice, or with the one that stands, gets none."""
    found = []
    for choice in choices:
        # What the page did not change must not become a change: the stored reason may say more than the form.
        if choice.kind and _same(choice, _stands(choice.pupil, minutes)):
            continue
        if choice.kind == HERE:
            found.append(Mark(choice.reference, Minutes(minutes)))
        elif choice.kind == LATE:
            found.append(Mark(choice.reference, Minutes(minutes - int(choice.late)), LATE_REASON))
        elif choice.kind == REPORTED:
            found.append(Mark(choice.reference, Minutes(0), choice.reason))
        elif choice.kind == GONE:
            found.append(Mark(choice.reference, Minutes(0), NO_REASON))
    return tuple(found)

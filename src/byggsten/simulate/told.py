"""Facts about a resident in the order they were told, and who told them."""

from __future__ import annotations

from datetime import date, timedelta

from byggsten.domain.dates import Period
from byggsten.domain.people import Fact
from byggsten.simulate.terms import at

Value = date | int | bool | str | None

REGISTER, AGENCY, TALK = "Folkbokföringen", "Migrationsverket", "Samtal med handläggare"
SCHOOL, EMPLOYMENT, DOCTOR = "Vuxenutbildningen", "Arbetsförmedlingen", "Läkarintyg"
OWN, SUPPORT, INSURANCE = "Integrationsenheten", "Ekonomiskt bistånd", "Försäkringskassan"
PUPILS = "Skolan"


class Told:
    """Collects facts in the order they were told, none after the end and one of a code a day."""

    def __init__(self, until: date) -> None:
        self.until = until
        self.facts: dict[tuple[str, date], Fact] = {}

    def tell(
        self,
        code: str,
        value: Value,
        since: date | None,
        origin: str,
        *,
        lag: int = 0,
        last: date | None = None,
    ) -> None:
        """A fact that holds from a day on, told ``lag`` days after it."""
        if since is None or since + timedelta(days=lag) > self.until:
            return
        when = at(since + timedelta(days=lag), 9, len(self.facts) % 60)
        self.facts[code, since] = Fact(code, value, Period(since, last), origin, when)

    def event(self, code: str, day: date | None, origin: str, asked: date | None = None) -> None:
        """A day when something happened; before it, when asked, one knew that it had not."""
        if asked is not None and (day is None or asked < day):
            self.tell(code, None, asked, origin)
        self.tell(code, day, day, origin, lag=1)

"""What is told about one who comes, and everything in it that cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from byggsten.domain.reception.numbers import born_of, sex_of
from byggsten.domain.reception.words import Route
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.people import PersonalNumber, Sex

    _Found = tuple[str, str, Mapping[str, object]]

# A reception is planned some weeks ahead; further than this it is a slip of the pen.
PLANNED_AHEAD = timedelta(days=60)
ADULT_AGE, QUOTA_GROUND, FAMILY_GROUNDS = 18, "p5_2", ("family", "family_other")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a told value, by the name of the field."""

    field: str
    text: Text


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is told about one who is received, before it is known to be possible."""

    on: date
    born: date | None = None
    number: PersonalNumber | None = None
    sex: Sex | None = None
    route: Route | None = None
    ground: str = ""
    permit_first: date | None = None
    permit_last: date | None = None
    received: date | None = None
    first_registered: date | None = None
    registered_here_from: date | None = None
    first_contact: date | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Everything that cannot be, in the order of the form."""
        found = [*self._who(), *self._permit(), *self._days(), *self._way()]
        return tuple(Problem(field, Text(sentence, told)) for field, sentence, told in found)

    def _who(self) -> Iterator[_Found]:
        if self.born and self.born > self.on:
            yield "born", N_("Födelsedagen %(day)s har inte varit än. Rätta året."), {"day": self.born}
        if self.number and self.born and born_of(self.number) != self.born:
            yield "born", N_("Numret och födelsedagen säger olika dagar. Jämför båda med handlingen."), {}
        if self.number and self.sex and sex_of(self.number) not in {self.sex, None}:
            yield "sex", N_("Numret och könet stämmer inte med varandra. Jämför båda med handlingen."), {}

    def _permit(self) -> Iterator[_Found]:
        first, last = self.permit_first, self.permit_last
        if self.ground and first is None:
            yield "permit_first", N_("Skriv från vilken dag tillståndet gäller."), {}
        if (first or last) and not self.ground:
            yield (
                "ground",
                N_("Tillståndet har dagar men ingen grund. Välj grunden, eller ta bort dagarna."),
                {},
            )
        if first and last and last < first:
            told = {"first": first, "last": last}
            yield "permit_last", N_("Slutar %(last)s men börjar %(first)s. Rätta en av dagarna."), told

    def _days(self) -> Iterator[_Found]:
        before = N_("%(day)s är före födelsedagen %(born)s. Rätta en av dagarna.")
        for field in (
            "permit_first",
            "received",
            "first_registered",
            "registered_here_from",
            "first_contact",
        ):
            day: date | None = getattr(self, field)
            if day and self.born and day < self.born:
                yield field, before, {"day": day, "born": self.born}
        yield from self._not_yet()
        first, here = self.first_registered, self.registered_here_from
        if first and here and here < first:
            told = {"here": here, "first": first}
            sentence = N_("Folkbokförd här %(here)s, men först folkbokförd %(first)s. Rätta en av dagarna.")
            yield "registered_here_from", sentence, told

    def _not_yet(self) -> Iterator[_Found]:
        if self.first_contact and self.first_contact > self.on:
            yield "first_contact", N_("Första kontakten har inte varit än. Skriv den när den är tagen."), {}
        if self.received and self.received > self.on + PLANNED_AHEAD:
            sentence = N_("%(day)s har inte varit än. Rätta året, eller skriv dagen när den är planerad.")
            yield "received", sentence, {"day": self.received}
        for field in ("first_registered", "registered_here_from"):
            day: date | None = getattr(self, field)
            if day and day > self.on:
                sentence = N_("%(day)s har inte varit än. Skriv folkbokföringen när den är gjord.")
                yield field, sentence, {"day": day}

    def _way(self) -> Iterator[_Found]:
        if (self.route is Route.QUOTA) != (self.ground == QUOTA_GROUND) and self.route and self.ground:
            yield "ground", N_("Den som är kvotflykting har grunden 5 kap. 2 §, och ingen annan har den. "
                               "Rätta grunden eller vägen."), {}  # fmt: skip

    def notices(self) -> tuple[Text, ...]:
        """What can be, but is worth asking about; nothing here stops anybody from being registered."""
        found = []
        if self.received and self.received > self.on:
            sentence = N_("Först mottagen %(day)s. Dagen har inte varit än.")
            found.append(Text(sentence, {"day": self.received}))
        days = [day for day in (self.received, self.permit_first) if day]
        if self.route is Route.UNACCOMPANIED and self.born and days and min(days) >= majority(self.born):
            # Nobody has told when the person came to Sweden; one who came as a child stays unaccompanied.
            sentence = N_("Personen hade fyllt 18 år när tillståndet eller mottagandet kom. "
                          "Kom hen till Sverige före 18 år?")  # fmt: skip
            found.append(Text(sentence))
        if self.route is Route.FAMILY and self.ground and self.ground not in FAMILY_GROUNDS:
            text = N_("Kom som anhörig men har en egen grund. Kontrollera att båda stämmer.")
            found.append(Text(text))
        return tuple(found)


def majority(born: date) -> date:
    """The day somebody turns eighteen; one who was born on 29 February does so on 1 March."""
    year = born.year + ADULT_AGE
    leap = (born.month, born.day) == (2, 29) and not (year % 4 == 0 and (year % 100 or year % 400 == 0))
    return date(year, 3, 1) if leap else born.replace(year=year)


def route_facts(route: Route) -> Mapping[str, bool]:
    """The facts of the rule book that the route settles; for an unaccompanied child «assigned» stays open."""
    alone = {"unaccompanied": route is Route.UNACCOMPANIED}
    if route is Route.UNACCOMPANIED:
        return alone
    return alone | {"assigned": route in {Route.ASSIGNED, Route.QUOTA}}

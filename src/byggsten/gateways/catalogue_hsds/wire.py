"""The parts of HSDS 3.0 that a catalogue of activities uses; what else a file holds is passed over.

Names, nesting and formats are those of the standard's JSON schemas (openreferral/specification, 3.0).
"""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every object of the standard has an id."""

    id: str


class TaxonomyTerm(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What an attribute is about."""

    name: str = ""
    description: str = ""
    code: str = ""
    taxonomy: str = ""


class Attribute(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The standard's own way to say more than its columns: a term, and here the words that go with it."""

    link_id: str = ""
    taxonomy_term_id: str = ""
    link_entity: str = ""
    value: str = ""
    taxonomy_term: TaxonomyTerm | None = None


class Schedule(Part, frozen=True, kw_only=True, omit_defaults=True):
    """When something is open, in the words of iCalendar's RRULE."""

    valid_from: str = ""
    valid_to: str = ""
    dtstart: str = ""
    until: str = ""
    freq: str = ""
    interval: int | None = None
    byday: str = ""
    opens_at: str = ""
    closes_at: str = ""


class Location(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A place."""

    location_type: str
    name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    attributes: tuple[Attribute, ...] = ()


class ServiceAtLocation(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A service where and when it is given: with us a group."""

    description: str = ""
    schedules: tuple[Schedule, ...] = ()
    location: Location | None = None
    attributes: tuple[Attribute, ...] = ()


class Cost(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What it costs."""

    option: str = ""
    currency: str = ""
    amount: float | None = None
    amount_description: str = ""


class Language(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A language that the service is given in."""

    name: str = ""
    code: str = ""


class Organization(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Who gives it."""

    name: str
    description: str = ""
    attributes: tuple[Attribute, ...] = ()


class Service(Part, frozen=True, kw_only=True, omit_defaults=True):
    """An activity."""

    name: str
    status: str
    description: str = ""
    eligibility_description: str = ""
    schedules: tuple[Schedule, ...] = ()
    service_at_locations: tuple[ServiceAtLocation, ...] = ()
    languages: tuple[Language, ...] = ()
    organization: Organization | None = None
    cost_options: tuple[Cost, ...] = ()
    attributes: tuple[Attribute, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of services, as the standard's interface answers ``/services?full=true``."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: tuple[Service, ...]

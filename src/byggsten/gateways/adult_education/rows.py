"""A row of the course finder: one occasion of one course, once for each field of interest."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from typing import Annotated

import msgspec
from msgspec import Meta

RENAMED = {
    "course": "kurservuxenutbildningid",
    "occasion": "kurstillfalleid",
    "provider": "utbildningsanordnare",
    "provider_url": "urlanordnare",
    "code": "kurskod",
    "name": "namn",
    "level": "niva",
    "course_url": "urlkurs",
    "points": "poang",
    "first_day": "kurstillfallestartdatum",
    "last_day": "kurstillfalleslutdatum",
    "extent": "omfattning",
    "apply_from": "forstaansokningsdag",
    "apply_until": "sistaansokningsdag",
    "town": "studieort",
    "subject": "amneskod",
    "seats": "antalplatser",
    "language": "undervisningssprak",
    "distance": "distansobligatorisk",
    "distance_free": "distansvalfritt",
    "interest": "intresseomrade_kategori",
    "place_code": "susakurstillfälleplatskommunkod",
    "visit_code": "besöksadresskommunkod",
}


class OccasionRow(msgspec.Struct, frozen=True, kw_only=True, rename=RENAMED):
    """Ett kurstillfälle som det står i kurskatalogen."""

    course: Annotated[str, Meta(pattern=r"^\d{1,12}$", description="Kursens löpnummer.")]
    occasion: Annotated[str, Meta(pattern=r"^\d{1,12}$", description="Tillfällets löpnummer.")]
    provider: Annotated[str, Meta(min_length=1, max_length=200, description="Utbildningsanordnarens namn.")]
    provider_url: str = ""
    code: Annotated[str, Meta(max_length=40, description="Skolverkets kurskod.")] = ""
    name: Annotated[str, Meta(min_length=1, max_length=200, description="Kursens namn.")]
    level: str = ""
    course_url: str = ""
    points: str = ""
    first_day: Annotated[str, Meta(description="Första dagen; tomt: inte bestämd.")] = ""
    last_day: Annotated[str, Meta(description="Sista dagen; tomt: inte bestämd.")] = ""
    extent: Annotated[str, Meta(description="Omfattning i procent av heltid.")] = ""
    apply_from: str = ""
    apply_until: str = ""
    town: Annotated[str, Meta(max_length=100, description="Studieort.")] = ""
    subject: str = ""
    seats: Annotated[str, Meta(description="Antal platser; tomt: okänt.")] = ""
    language: Annotated[str, Meta(description="swe, eng eller tomt.")] = ""
    distance: str = ""
    distance_free: str = ""
    interest: str = ""
    place_code: str = ""
    visit_code: str = ""

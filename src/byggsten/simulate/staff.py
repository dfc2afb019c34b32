"""The made-up staff: caseworkers with people, teachers with groups, a manager and a coordinator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone does, in the words of the product's roles."""

    CASEWORKER = "caseworker"
    TEACHER = "teacher"
    MANAGER = "manager"
    COORDINATOR = "coordinator"


INTEGRATION, EDUCATION, LABOUR = "Integrationsenheten", "Vuxenutbildningen", "Arbetsmarknadsenheten"
UNITS = (INTEGRATION, EDUCATION, LABOUR)
PEOPLE_PER_CASEWORKER = 40


@dataclass(frozen=True, slots=True)
class Employee:
    """Someone who works here; only those who ``sign_in`` may be used to try the product."""

    username: str
    given_name: str
    family_name: str
    role: Role
    unit: str
    signs_in: bool = False


KARIN = Employee("karin", "Karin", "Exempelsson", Role.CASEWORKER, INTEGRATION, signs_in=True)
OMAR = Employee("omar", "Omar", "Provlund", Role.CASEWORKER, INTEGRATION, signs_in=True)
EVA = Employee("eva", "Eva", "Mönsterdal", Role.TEACHER, EDUCATION, signs_in=True)
MARIA = Employee("maria", "Maria", "Modellgren", Role.MANAGER, INTEGRATION, signs_in=True)
LENA = Employee("lena", "Lena", "Katalogsson", Role.COORDINATOR, LABOUR, signs_in=True)

_CASEWORKERS = (
    "Ylva Testdal", "Anders Skissberg", "Fatima Övningslund", "Johan Påhittsby", "Lena Provbäck",
    "Reza Exempelberg", "Sofia Mönsterlund", "Tomas Sagoström", "Hanna Testgren", "Mehmet Låtsasvik",
    "Britta Modellsten", "Daniel Provholm", "Ingrid Skissholm", "Samuel Exempelström", "Elin Sagolund",
    "Nils Testvik", "Aisha Övningsberg", "Gustav Mönsterdal", "Klara Låtsasgård", "Peter Provlund",
)  # fmt: skip
_TEACHERS = (
    "Birgitta Testvik", "Carl Övningsberg", "Dana Exempelberg", "Erik Skissholm", "Frida Sagolund",
    "Goran Provbäck", "Helena Mönsterlund", "Ivan Testdal", "Jenny Modellsten", "Kerstin Låtsasgård",
    "Lars Provholm", "Malin Exempelström", "Nora Testgren", "Olof Skissberg", "Pia Övningslund",
    "Rolf Sagoström", "Sara Påhittsby", "Tove Mönsterdal",
)  # fmt: skip
_GUIDES = (
    "Ulla Provlund", "Viktor Exempelsson", "Wanja Testdal", "Zara Modellgren", "Åke Skissberg",
    "Agnes Testvik", "Boris Sagolund", "Cecilia Provholm", "David Övningsberg", "Ebba Mönsterlund",
    "Filip Exempelberg", "Gunilla Låtsasvik", "Henrik Testgren", "Iris Skissholm", "Jonas Modellsten",
    "Karolina Påhittsby", "Leo Provbäck", "Maja Sagoström",
)  # fmt: skip


def caseworkers(active: int) -> tuple[Employee, ...]:
    """Karin, Omar and as many more as the number of people with a plan needs."""
    more = min(len(_CASEWORKERS), max(0, -(-active // PEOPLE_PER_CASEWORKER) - 2))
    return (KARIN, OMAR, *_employees("handlaggare", _CASEWORKERS[:more], Role.CASEWORKER, INTEGRATION))


def teachers() -> tuple[Employee, ...]:
    """Those who teach Swedish; Eva is the first."""
    return (EVA, *_employees("larare", _TEACHERS, Role.TEACHER, EDUCATION))


def guides() -> tuple[Employee, ...]:
    """Those who lead civic orientation and job groups; they keep registers as teachers do."""
    return _employees("ledare", _GUIDES, Role.TEACHER, LABOUR)


def _employees(stem: str, full_names: tuple[str, ...], role: Role, unit: str) -> tuple[Employee, ...]:
    found = []
    for number, name in enumerate(full_names, 1):
        given, _, family = name.partition(" ")
        found.append(Employee(f"{stem}{number:02}", given, family, role, unit))
    return tuple(found)

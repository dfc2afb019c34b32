"""Why a group does not fit: one line for each reason, without its own name, its days together."""

from byggsten.domain.plan_findings import Finding, Severity
from byggsten.domain.plan_findings.days import WEEKDAYS
from byggsten.domain.texts import Text
from byggsten.web.caseworker.planner.against import against_in_lines
from byggsten.web.caseworker.planner.wanted import wanted_of


def clash(one, other, weekday, code="collision"):
    blanks = {"one": one, "other": other, "weekday": WEEKDAYS[weekday - 1], "start": "08.30"}
    return Finding(code, Severity.STOP, Text("%(one)s", blanks), "")


def test_the_days_of_one_collision_are_one_line():
    found = [clash("Svetsning", "Sfi kurs B", day) for day in (2, 1, 3)]
    found += [clash("Sfi kurs B", "Svetsning", 4), clash("Körkort", "Svetsning", 5)]
    assert against_in_lines("Svetsning", found) == (
        "Krockar med Sfi kurs B, måndag–torsdag",
        "Krockar med Körkort, fredag",
    )


def test_journeys_and_care_are_one_line_each():
    far = [
        Finding(
            "too_far", Severity.WARN, Text("", {"weekday": WEEKDAYS[n], "minutes": 150 + n, "most": 120}), ""
        )
        for n in range(3)
    ]
    care = Finding(
        "outside_care", Severity.WARN, Text("", {"group": "Sfi", "weekdays": "måndag, fredag"}), ""
    )
    full = Finding("group_full", Severity.STOP, Text("%(group)s är full.", {"group": "Sfi"}), "")
    assert against_in_lines("Sfi", [*far, care, full, clash("Sfi", "Praktik", 1, "travel_gap")]) == (
        "Resorna tar mer än 120 minuter om dagen, måndag–onsdag",
        "Utanför barnens omsorgstid, måndag, fredag",
        "Sfi är full.",
        "För lite tid att resa till eller från Praktik, måndag",
    )


def test_twenty_are_shown_until_one_asks_for_more():
    assert wanted_of({}).many == 20

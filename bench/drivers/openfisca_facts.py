"""The facts of the slice as OpenFisca variables: age, windows, weeks in a row, civic orientation."""

from __future__ import annotations

import datetime as dt

import numpy as np

from bench.drivers.openfisca_system import all_weeks, later, variable, window_sum
from bench.slice_data import EPOCH, as_ymd


@variable
class age:
    "Age in whole years"

    def formula(person, period, parameters):
        return (as_ymd((dt.date(*period.start) - EPOCH).days) - person("born_ymd", period)) // 10000


@variable
class planned_window:
    "Planned quarter-hours in the window"

    def formula(person, period, parameters):
        return window_sum("planned", person, period, parameters)


@variable
class unexcused_window:
    "Unexcused quarter-hours in the window"

    def formula(person, period, parameters):
        present = window_sum("attended", person, period, parameters)
        return person("planned_window", period) - present - window_sum("excused", person, period, parameters)


@variable
class in_row:
    "Weeks in a row of unexcused absence up to now"

    def formula(person, period, parameters):
        percent = parameters(period).plikt.vecka_procent
        unbroken, found = np.ones(person.count, bool), np.zeros(person.count, np.int32)
        for week, _ in all_weeks(period):
            planned = person("planned", week)
            unbroken &= (
                planned - person("attended", week) - person("excused", week)
            ) * 100 > percent * planned
            found += unbroken
        return found


@variable
class civic_deadline:
    "Civic orientation to be completed by"

    value_type = dt.date

    def formula(person, period, parameters):
        return later(person("permit_date", period), parameters(period).samhallsorientering.manader)


@variable
class civic_total:
    "Attended quarter-hours of civic orientation up to the deadline"

    def formula(person, period, parameters):
        deadline = person("civic_deadline", period)
        weeks = all_weeks(period)
        return sum(
            person("civic_hours", week) * (np.datetime64(day, "D") + 6 <= deadline) for week, day in weeks
        )

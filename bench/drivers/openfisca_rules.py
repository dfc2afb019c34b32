"""The rules of the slice as OpenFisca variables."""

from __future__ import annotations

import numpy as np

from bench.drivers import codes as k
from bench.drivers.openfisca_system import later, today, variable


@variable
class group:
    "Target group"

    def formula(person, period, parameters):
        law, day, years = parameters(period).etablering, today(period), person("age", period)
        kind, permit = person("permit_kind", period), person("permit_date", period).astype("M8[D]")
        establishing = (years >= law.min_alder) & (years < law.max_alder) & (day < later(permit, law.manader))
        return np.select(
            [
                (kind < k.REFUGEE) | (kind > k.FAMILY) | (permit > day),
                person("resident_from", period) > day,
                person("unaccompanied", period) & (years < 18),
                years < 18,
                establishing,
                ~person("self_supporting", period),
            ],
            [k.OUTSIDE, k.OUTSIDE, k.UNACCOMPANIED, k.CHILD, k.ESTABLISHMENT, k.OTHER],
            k.OUTSIDE,
        )


@variable
class covered:
    "Covered by the duty"

    value_type = bool

    def formula(person, period, parameters):
        found = person("group", period)
        return (found == k.ESTABLISHMENT) | (found == k.OTHER)


@variable
class civic:
    "State of civic orientation"

    def formula(person, period, parameters):
        law, day = parameters(period).samhallsorientering, today(period)
        deadline, done = person("civic_deadline", period).astype("M8[D]"), person("civic_total", period)
        change = "2020-01-01"
        before = parameters("2019-12-31").samhallsorientering.timmar
        required = np.where(
            person("permit_date", period) >= np.datetime64(change),
            parameters(change).samhallsorientering.timmar,
            before,
        )
        left = (deadline - day).astype(int) // 7
        return np.select(
            [~person("covered", period), done >= required, day > deadline, required - done > left * law.takt],
            [k.CIVIC_NONE, k.CIVIC_DONE, k.CIVIC_LATE, k.CIVIC_RISK],
            k.CIVIC_ONGOING,
        )


@variable
class review:
    "State of the twelve-month review"

    def formula(person, period, parameters):
        law, day = parameters(period).uppfoljning, today(period)
        begun = person("plan_start", period).astype("M8[D]")
        due = later(begun, law.manader)
        return np.select(
            [
                ~person("covered", period) | (begun > day),
                person("reviewed", period) <= day,
                day < due,
                day <= due + int(law.frist),
            ],
            [k.REVIEW_NONE, k.REVIEW_HELD, k.REVIEW_AHEAD, k.REVIEW_NOW],
            k.REVIEW_LATE,
        )


@variable
class reason:
    "The row that decided the status"

    def formula(person, period, parameters):
        law, plan = parameters(period).plikt, parameters(period).plan
        planned, unexcused = person("planned_window", period), person("unexcused_window", period)
        orientation = person("civic", period)
        return np.select(
            [
                ~person("covered", period),
                person("in_row", period) >= law.varaktig,
                unexcused * 100 > law.franga * planned,
                unexcused * 100 > law.risk * planned,
                (orientation == k.CIVIC_RISK) | (orientation == k.CIVIC_LATE),
                person("plan_minutes", period) * 100 < plan.minuter * plan.tolerans,
                person("review", period) == k.REVIEW_LATE,
            ],
            list(range(7)),
            7,
        )


@variable
class status:
    "Status of the duty"

    def formula(person, period, parameters):
        return np.array(k.STATUS_OF_REASON)[person("reason", period)]


@variable
class report:
    "Report to, as a bit mask"

    def formula(person, period, parameters):
        return np.select(
            [
                ~person("covered", period),
                person("unexcused_window", period) > 0,
                person("status", period) == k.AT_RISK,
            ],
            [0, k.REPORT_ALL, k.REPORT_SOME],
            0,
        )


@variable
class child:
    "A person must assess concern for the children"

    def formula(person, period, parameters):
        lasting = person("in_row", period) >= parameters(period).plikt.varaktig
        return (person("covered", period) & (person("children", period) > 0) & lasting).astype(int)

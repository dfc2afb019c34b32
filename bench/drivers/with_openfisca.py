"""OpenFisca-Core: the slice as Variables with dated YAML parameters, weekly inputs and daily formulas.

Runs in an environment of its own, since OpenFisca pins its own libraries.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

# Importing the rules and facts registers their variables.
from bench.drivers import openfisca_facts, openfisca_rules
from bench.drivers.openfisca_system import (
    DATES,
    FORMULAS,
    INPUTS,
    WEEKLY,
    Person,
    Window,
    input_variable,
    week_period,
)
from bench.slice_data import EPOCH, NEVER, OUTCOMES, WEEK0, day_number, ymd_of

if TYPE_CHECKING:
    from openfisca_core.simulations import Simulation

    from bench.slice_data import Columns, Population

PARAMETERS = Path(__file__).resolve().parent.parent / "openfisca_params"
MODULES = (openfisca_facts, openfisca_rules)


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    system.add_variables(*(input_variable(name, kind, DateUnit.ETERNITY) for name, kind in INPUTS.items()))
    system.add_variables(*(input_variable(name, int, DateUnit.WEEK) for name in WEEKLY.values()))
    system.add_variables(*FORMULAS)
    system.load_parameters(str(PARAMETERS))
    return system


SYSTEM = _system()


def load(population: Population) -> Simulation:
    """A simulation with every input set: one vector for each week and kind of hours."""
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, count=len(population))
    people = {**population.people, "born_ymd": ymd_of(population.people["born"])}
    for name in INPUTS:
        column = people[name]
        if name in DATES:
            column = np.where(column == NEVER, day_number(9999, 1, 1), column).astype("M8[D]")
        simulation.set_input(name, "eternity", column)
    keys = population.keys()
    Window.first_week, last = int(keys["week"].min()), int(keys["week"].max())
    for week in range(Window.first_week, last + 1):
        here = np.flatnonzero(keys["week"] == week)
        period = week_period(EPOCH + dt.timedelta(days=WEEK0 + 7 * week))
        for column, name in WEEKLY.items():
            vector = np.zeros(len(population), np.int32)
            vector[keys["pid"][here]] = population.hours[column][here]
            simulation.set_input(name, period, vector)
    return simulation


def run(simulation: Simulation, day: int) -> Columns:
    """All outcomes as of a day; earlier results are forgotten first, the inputs are kept."""
    date = str(EPOCH + dt.timedelta(days=day))
    for formula in FORMULAS:
        simulation.delete_arrays(formula.__name__)
    return {name: np.asarray(simulation.calculate(name, date)).astype(np.uint8) for name in OUTCOMES}

"""What is worth what in a proposal, in minutes of a required week; decided in docs/adr/0016."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Costs.  The first ones are so much heavier that the later ones only choose between equals.

    ``nothing``: a person who is left without anything; heavier than any week that others could lose.
    ``missing``: a required minute that is not filled; ``missing_half``: added for the first half of the
    week, so that the same hours go first to the one who has least.
    ``sfi``: a minute short of the sfi that the law gives; ``orientation``: a minute not given in time.
    ``over``: a minute above what is required, within the tolerance.
    ``weak``: the weakest block left without strength; ``block``: another block left without.
    ``strengthens``: a minute that strengthens a weakest block is worth it; ``weakens`` costs it, once more
    when the block is a weakest one.
    ``wish``: a minute of what the person wants.  ``travel``: a minute on the way to a place.
    ``late``: a minute a week, for each week that a group begins later.
    ``group``: one more group to keep in mind.
    """

    nothing: float = 60_000
    missing: float = 10
    missing_half: float = 5
    sfi: float = 20
    orientation: float = 1
    over: float = 4
    weak: float = 1_500
    block: float = 200
    strengthens: float = 1
    weakens: float = 1
    wish: float = 1.5
    travel: float = 0.5
    late: float = 0.05
    group: float = 30


WEIGHTS = Weights()

"""A receipt: everything needed to check an answer later, as plain values for JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.encode import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.encode import Encoded
    from byggsten.domain.rules.explain import Step
    from byggsten.domain.rules.tables import FactValue, Tables
    from byggsten.domain.rules.used import Origin

# The version of this machinery, beside the version of the rules.
ENGINE = "1"
FORMAT = 1


def receipt(
    tables: Tables,
    times: tuple[date, date | None],
    encoded: Encoded,
    steps: Mapping[str, Step],
    origins: Mapping[str, Origin],
) -> dict[str, object]:
    """The receipt of an explanation.  ``times``: as of, and known at.  Missing facts are listed as null."""
    day, known_at = times
    return {
        "format": FORMAT,
        "engine": ENGINE,
        "book": tables.name,
        "version": tables.version,
        "as_of": day.isoformat(),
        "known_at": None if known_at is None else known_at.isoformat(),
        "wanted": list(steps),
        "facts": {name: _fact(value, origins.get(name)) for name, value in decode(tables, encoded).items()},
        "steps": [_step(step) for step in steps.values()],
    }


def _fact(value: FactValue, origin: Origin | None) -> dict[str, object]:
    out: dict[str, object] = {"value": value.isoformat() if isinstance(value, date) else value}
    if origin is not None:
        out["source"], out["reference"] = origin.source, origin.reference
        out["recorded_at"] = None if origin.recorded_at is None else origin.recorded_at.isoformat()
    return out


def _step(step: Step) -> dict[str, object]:
    return {
        "rule": step.rule,
        "outcome": step.outcome,
        "row": step.row.id,
        "text_sv": step.text_sv,
        "text_en": step.text_en,
        "facts": [f.name for f in step.facts],
        "parameters": [
            {
                "name": p.name,
                "value": p.value,
                "unit": p.unit,
                "since": None if p.since is None else p.since.isoformat(),
                "source": p.source,
                "confidence": p.confidence,
            }
            for p in step.parameters
        ],
        "sources": list(step.sources),
        "missing": [m.name for m in step.asks],
    }

"""A plan in words, set on paper by Typst: PDF/UA-1, the same bytes for the same plan."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst
from django.conf import settings
from django.utils import timezone

from byggsten.wording import SWEDISH, said
from byggsten.wording import sentences as s

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.queries.plan_sheet import Sheet

TEMPLATE = Path(__file__).parent / "plan.typ"
FONTS = Path(__file__).parents[2] / "web" / "static" / "vendor" / "document-fonts"
LABELS = {
    "name": s.NAME, "version": s.VERSION, "holds": s.HOLDS, "goal": s.MY_GOAL, "no_goal": s.NO_GOAL,
    "week": s.MY_WEEK, "together": s.TIME_TOGETHER, "no_activity": s.NO_ACTIVITY, "who": s.WHO_DOES_WHAT,
    "applies": s.APPLIES, "ask": s.YOU_CAN_ASK, "caseworker": s.CONTACT, "stances": s.STANCES,
    "signature": s.SIGNATURE,
}  # fmt: skip
COLUMNS = (s.ACTIVITY, s.STRENGTHENS, s.TIME, s.HOURS)


def plan_pdf(sheet: Sheet) -> bytes:
    """The plan as PDF/UA-1.  Its time is that of the plan, so that it can be made again byte for byte."""
    return typst.compile(
        str(TEMPLATE),
        ignore_system_fonts=True,
        font_paths=[str(FONTS)],
        pdf_standards="ua-1",
        sys_inputs=_inputs(sheet),
        timestamp=int(made_at(sheet).timestamp()),
    )


def made_at(sheet: Sheet) -> datetime:
    """When the last thing that is printed was said."""
    plan = sheet.document
    return max((plan.recorded_at, *(one.at for one in plan.stances)))


def right_to_left(words: str) -> bool:
    """Whether the words begin in a script that is read from the right."""
    strong = (unicodedata.bidirectional(sign) for sign in words)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _inputs(sheet: Sheet) -> dict[str, str]:
    return {"data": json.dumps(_data(sheet), ensure_ascii=False)}


def _data(sheet: Sheet) -> dict[str, Any]:
    plan, code = sheet.document, sheet.language
    return _plain(sheet) | {
        "title": asdict(said(s.TITLE, code)),
        "labels": {name: asdict(said(sentence, code)) for name, sentence in LABELS.items()},
        "columns": [asdict(said(sentence, code)) for sentence in COLUMNS],
        "municipality": settings.BYGGSTEN_MUNICIPALITY,
        "stances": [asdict(one) | {"rtl": right_to_left(one.words)} for one in sheet.stances],
        "unit": plan.unit,
        "version": plan.version,
        "origin": _origin(sheet),
    }


def _plain(sheet: Sheet) -> dict[str, Any]:
    """The sheet as JSON holds it, without the plan behind it."""
    names = [field for field in sheet.__dataclass_fields__ if field != "document"]
    return {name: _value(getattr(sheet, name)) for name in names}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def _origin(sheet: Sheet) -> str:
    """Who wrote the plan and when, and which rules, catalogue and wording it rests on; in Swedish."""
    plan = sheet.document
    written = timezone.localtime(plan.recorded_at)
    versions = plan.versions
    return (
        f"Skriven av {plan.author} {SWEDISH.day(written.date())} {SWEDISH.clock(written.time())}. "
        f"Regler {versions.rules}, katalog {versions.catalogue}, ordalydelse {versions.wording}."
    )

"""A case file as a whole: names given once, and references that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.gateways.case_file import wire


def refuse_loose_ends(file: wire.CaseFile) -> None:
    """Each name must be given once, and each name that is referred to must exist."""
    persons = _once("persons", "reference", ((p.reference,) for p in file.persons))
    activities = _once("activities", "reference", ((a.reference,) for a in file.activities))
    sessions = _once("sessions", "reference", ((s.reference,) for s in file.sessions))
    _once("households", "person", ((h.person,) for h in file.households))
    _once("plans", "reference", ((p.person, p.reference, str(p.version)) for p in file.plans))
    _once("accounts", "message", ((a.source, a.message) for a in file.accounts))
    for name in ("permits", "households", "facts", "plans", "accounts"):
        for n, row in enumerate(getattr(file, name)):
            _known(row.person, persons, f"$.{name}[{n}].person", N_("Personen"))
    groups = {item.group for plan in file.plans for item in plan.items}
    for n, plan in enumerate(file.plans):
        for m, item in enumerate(plan.items):
            _known(item.activity, activities, f"$.plans[{n}].items[{m}].activity", N_("Aktiviteten"))
    for n, session in enumerate(file.sessions):
        _known(session.activity, activities, f"$.sessions[{n}].activity", N_("Aktiviteten"))
        _known(session.group, groups, f"$.sessions[{n}].group", N_("Gruppen"))
    for n, account in enumerate(file.accounts):
        _known(account.session, sessions, f"$.accounts[{n}].session", N_("Tillfället"))


def _once(name: str, field: str, keys: Iterable[tuple[str, ...]]) -> set[str]:
    seen: set[tuple[str, ...]] = set()
    for n, key in enumerate(keys):
        if key in seen:
            sentence = N_(
                "«%(key)s» finns redan tidigare i listan. Ge raden ett eget namn eller ta bort den."
            )
            raise FileRefused(Text(sentence, {"key": " ".join(key)}), f"$.{name}[{n}].{field}")
        seen.add(key)
    return {key[0] for key in seen}


def _known(name: str, among: set[str], path: str, what: str) -> None:
    if name not in among:
        sentence = N_("%(what)s «%(name)s» finns inte i filen. Lägg till den eller rätta namnet.")
        raise FileRefused(Text(sentence, {"what": what, "name": name}), path)

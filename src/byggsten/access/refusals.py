"""What people are told when they may not."""

from __future__ import annotations

from byggsten.domain.texts import N_, Refusal, Text


class NothingHere(Refusal):
    """What was asked for does not exist, or is not for the one who asks; the two are never told apart."""

    def __init__(self) -> None:
        super().__init__(Text(N_("Det du söker finns inte, eller är inte ditt att se. Se över adressen.")))


class NotInYourRole(Refusal):
    """The role does not include this at all, whoever it is about."""

    def __init__(self) -> None:
        super().__init__(Text(N_("Det här ingår inte i din roll. Fråga din chef om du behöver det.")))

"""Why a partner's notice cannot be written down, handled or opened again."""

from byggsten.domain.texts import N_, Refusal


class NoticeIsHandled(Refusal):
    """Somebody has already said what became of the notice."""

    def __init__(self) -> None:
        super().__init__(N_("Aviseringen är redan hanterad. Öppna den igen för att se hur, eller ångra det."))


class NoticeIsProtected(Refusal):
    """What waits is seen by the whole unit, and so may nothing about a person with protected data."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Personen har skyddade personuppgifter. En avisering som väntar ses av hela enheten, så den "
                "går inte att öppna igen. Anteckna det som är fel i ärendet."
            )
        )


class NoticeCannotBeNoted(Refusal):
    """The sender's own name of it is taken; where, and by what, is not for the one who asks."""

    def __init__(self) -> None:
        super().__init__(N_("Den här aviseringen går inte att anteckna här. Ändra beteckningen."))


class NoticeIsNoted(Refusal):
    """The unit has the notice already, in other words; ``known`` is its key."""

    def __init__(self, known: int) -> None:
        self.known = known
        super().__init__(
            N_("Aviseringen är redan antecknad, med andra uppgifter. Inget är ändrat. Öppna den och jämför.")
        )

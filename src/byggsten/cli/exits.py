"""How a command ends: a distinct code for each kind of end, and the sentence that goes with it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.texts import Text


class Exit(IntEnum):
    """The exit codes; a script may rely on them."""

    OK = 0
    FAULT = 1
    USAGE = 2
    REFUSED = 3
    PARTLY = 4
    NOT_FOUND = 5
    RULEBOOK = 6
    STORE = 7
    INTERRUPTED = 130


MEANING: Mapping[Exit, str] = {
    Exit.OK: N_("Allt gick som det skulle. Att något är okänt för reglerna är ett svar och inget fel."),
    Exit.FAULT: N_("Ett fel i programmet. Rapportera det med texten som skrevs."),
    Exit.USAGE: N_("Kommandot är felskrivet. Ingenting gjordes."),
    Exit.REFUSED: N_("Filen togs inte emot. Ingenting ur den sparades."),
    Exit.PARTLY: N_("Några rader togs inte emot eller väntar på något. Resten sparades."),
    Exit.NOT_FOUND: N_("Personen, veckan, regeln eller filen finns inte."),
    Exit.RULEBOOK: N_("Regelboken har ett fel. Ingenting bedömdes."),
    Exit.STORE: N_("Databasen svarar inte eller är inte förberedd, eller så är porten upptagen."),
    Exit.INTERRUPTED: N_("Du avbröt med Ctrl-C. Kommandot säger om något hann sparas."),
}


class Stop(Exception):
    """A command that cannot go on: what happened, why, and what to do about it."""

    def __init__(self, code: Exit, text: Text | str, **details: object) -> None:
        self.code = code
        self.text = text
        self.details = details
        super().__init__(str(text))

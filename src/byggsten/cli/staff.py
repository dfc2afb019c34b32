"""``byggsten staff``: make and close accounts, set passwords, start a second factor over, hand over cases."""

from __future__ import annotations

import sys

import click

from byggsten.cli.clock import now, today
from byggsten.cli.kinds import OneOf
from byggsten.cli.output import Output
from byggsten.cli.swedish import SwedishGroup
from byggsten.domain.texts import N_, Text

ROLES = ("caseworker", "teacher", "manager", "coordinator")
json_option = click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")
username = click.argument("username", metavar="ANVÄNDARNAMN")


@click.group(cls=SwedishGroup)
def staff() -> None:
    """Lägg upp och stäng konton för dem som arbetar här.

    Lösenordet skrivs på en egen rad, aldrig i kommandot: där kan andra se det.
    """


def _password() -> str:
    """A password that is not seen: asked for twice in a terminal, otherwise the first line that comes."""
    if sys.stdin.isatty():
        return str(click.prompt("Lösenord", hide_input=True, confirmation_prompt="En gång till"))
    return sys.stdin.readline().rstrip("\n")


@staff.command()
@username
@click.option("--name", required=True, metavar="NAMN", help="Förnamn och efternamn, som kollegorna ser.")
@click.option("--role", required=True, type=OneOf(ROLES), help="Vad personen gör här.")
@click.option("--unit", required=True, metavar="ENHET", help="Enheten personen arbetar på.")
@click.option("--new-unit", is_flag=True, help="Lägg upp enheten om den inte finns.")
@json_option
def create(username: str, name: str, role: str, unit: str, new_unit: bool, as_json: bool) -> int:  # noqa: PLR0917 - one argument for each option
    """Lägg upp ett konto. Lösenordet läses från standard in."""
    from byggsten.cli.database import database, operator  # noqa: PLC0415 - help needs no database

    with database():
        from byggsten.access.roles import Role  # noqa: PLC0415
        from byggsten.actions.people import register_units  # noqa: PLC0415
        from byggsten.actions.staff import create_staff  # noqa: PLC0415

        if new_unit:
            register_units([unit])
        create_staff(
            username=username,
            password=_password(),
            name=name,
            role=Role(role),
            unit=unit,
            by=operator(),
            at=now(),
        )
    _told(as_json, N_("Kontot %(name)s finns. Ett andra steg läggs till efter inloggningen."), username)
    return 0


@staff.command()
@username
@json_option
def password(username: str, as_json: bool) -> int:
    """Ge ett konto ett nytt lösenord och avsluta dess inloggningar. Lösenordet läses från standard in."""
    from byggsten.cli.database import database, operator  # noqa: PLC0415

    with database():
        from byggsten.actions.signing_in import set_password  # noqa: PLC0415

        set_password(username, _password(), by=operator(), at=now())
    _told(as_json, N_("Kontot %(name)s har ett nytt lösenord, och är utloggat överallt."), username)
    return 0


@staff.command("reset-second-factor")
@username
@json_option
def reset_second_factor(username: str, as_json: bool) -> int:
    """Ta bort ett kontos kodapp, nycklar och reservkoder, för den som har tappat dem.

    Förvissa dig först om att det är rätt person som ber om det.
    """
    from byggsten.cli.database import database, operator  # noqa: PLC0415

    with database():
        from byggsten.actions.signing_in import reset_second_factor as reset  # noqa: PLC0415

        reset(username, by=operator(), at=now())
    _told(as_json, N_("Kontot %(name)s har inget andra steg längre, och är utloggat överallt."), username)
    return 0


@staff.command()
@username
@json_option
def close(username: str, as_json: bool) -> int:
    """Stäng ett konto. Det som personen har gjort finns kvar."""
    from byggsten.cli.database import database, operator  # noqa: PLC0415

    with database():
        from byggsten.actions.signing_in import close_account  # noqa: PLC0415

        close_account(username, by=operator(), at=now())
    _told(as_json, N_("Kontot %(name)s är stängt, och utloggat överallt."), username)
    return 0


@staff.command()
@click.argument("reference", metavar="ÄRENDENUMMER")
@username
@json_option
def assign(reference: str, username: str, as_json: bool) -> int:
    """Ge ett ärende en ny handläggare från i dag. Inget om personen visas.

    Till för ärenden med skyddade personuppgifter, som bara den utsedda handläggaren ser.
    """
    from byggsten.cli.database import database, operator  # noqa: PLC0415

    with database():
        from byggsten.actions.handing_over import hand_over  # noqa: PLC0415

        hand_over(reference, caseworker=username, on=today(), by=operator(), at=now())
    _told(as_json, N_("%(name)s är handläggare för ärendet från i dag."), username)
    return 0


def _told(as_json: bool, sentence: str, name: str) -> None:
    Output(as_json).show(str(Text(sentence, {"name": name})), {"username": name})

"""The words of the reception's pages: routes, ways of contact, guardians, senders, outcomes, protection."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.people import Protection, Sex
from byggsten.domain.reception import ContactWay, GuardianKind, NoticeOutcome, NoticeSender, Route

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

SEXES: Mapping[Sex, StrPromise] = MappingProxyType({Sex.WOMAN: _("Kvinna"), Sex.MAN: _("Man")})
ROUTES: Mapping[Route, StrPromise] = MappingProxyType({
    Route.ASSIGNED: _("Anvisad enligt bosättningslagen"),
    Route.QUOTA: _("Kvotflykting"),
    Route.OWN_HOUSING: _("Ordnade själv boende (eget boende)"),
    Route.FAMILY: _("Anhörig"),
    Route.UNACCOMPANIED: _("Ensamkommande barn"),
})  # fmt: skip
WAYS: Mapping[ContactWay, StrPromise] = MappingProxyType({
    ContactWay.PHONE: _("Telefonsamtal"),
    ContactWay.SMS: _("Sms"),
    ContactWay.EMAIL: _("E-post"),
    ContactWay.LETTER: _("Brev"),
    ContactWay.IN_PERSON: _("Vid besök"),
    ContactWay.THROUGH_ANOTHER: _("Genom någon annan"),
})  # fmt: skip
GUARDIANS: Mapping[GuardianKind, StrPromise] = MappingProxyType({
    GuardianKind.CUSTODIAN: _("Vårdnadshavare"),
    GuardianKind.APPOINTED_CUSTODIAN: _("Särskilt förordnad vårdnadshavare"),
    GuardianKind.GUARDIAN: _("God man"),
})  # fmt: skip
SENDERS: Mapping[NoticeSender, StrPromise] = MappingProxyType({
    NoticeSender.MIGRATION_AGENCY: _("Migrationsverket"),
    NoticeSender.EMPLOYMENT_SERVICE: _("Arbetsförmedlingen"),
    NoticeSender.COUNTY_BOARD: _("Länsstyrelsen"),
    NoticeSender.TAX_AGENCY: _("Skatteverket"),
    NoticeSender.SOCIAL_SERVICES: _("Socialtjänsten"),
    NoticeSender.SCHOOL: _("Skolan"),
    NoticeSender.HEALTH_CARE: _("Vården"),
    NoticeSender.ASSOCIATION: _("En förening"),
    NoticeSender.OTHER_MUNICIPALITY: _("En annan kommun"),
    NoticeSender.THE_PERSON: _("Personen själv"),
})  # fmt: skip
OUTCOMES: Mapping[NoticeOutcome, StrPromise] = MappingProxyType({
    NoticeOutcome.REGISTERED: _("Personen registrerades"),
    NoticeOutcome.KNOWN: _("Personen var redan känd"),
    NoticeOutcome.NOT_OURS: _("Inte vår uppgift"),
})  # fmt: skip
# What each level is, and what it does here.
PROTECTION_LEVELS: Mapping[Protection, StrPromise] = MappingProxyType({
    Protection.NONE: _("Inga skyddade uppgifter"),
    Protection.SECRECY_MARKING: _(
        "Sekretessmarkering. Skatteverket varnar för att uppgifter kan användas för att skada personen."
    ),
    Protection.PROTECTED_REGISTRATION: _(
        "Skyddad folkbokföring. Den riktiga adressen står inte i registret, och post går genom Skatteverket."
    ),
    Protection.FICTITIOUS_IDENTITY: _(
        "Fingerade personuppgifter. Personen har en ny identitet. Skriv aldrig något om den gamla."
    ),
})  # fmt: skip
# Who told; kept as these words, whatever the language of the page.
ORIGINS = (
    ("", _("Inte valt")),
    ("Handling som visades upp", _("En handling som visades upp")),
    ("Migrationsverket", _("Migrationsverket")),
    ("Skatteverket", _("Skatteverket")),
    ("Personen själv", _("Personen själv")),
    ("Partner", _("En partner")),
)

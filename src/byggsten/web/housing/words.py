"""The words of the housing pages."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.housing import Answerable, HousingForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

FORMS: Mapping[HousingForm, StrPromise] = MappingProxyType({
    HousingForm.NONE: _("Saknar bostad"),
    HousingForm.ASYLUM_HOUSING: _("Asylboende"),
    HousingForm.LODGER: _("Inneboende"),
    HousingForm.MUNICIPAL_CONTRACT: _("Bostad med kommunens kontrakt"),
    HousingForm.SECOND_HAND: _("Hyr i andra hand"),
    HousingForm.CARE_HOME: _("Stödboende, HVB eller familjehem"),
    HousingForm.OWN_RENTAL: _("Eget hyreskontrakt"),
    HousingForm.OWNED: _("Äger sin bostad"),
})  # fmt: skip
ANSWERABLE: Mapping[Answerable, StrPromise] = MappingProxyType({
    Answerable.CASEWORKER: _("Handläggaren"),
    Answerable.HOUSING_OFFICE: _("Bostadssamordnaren"),
    Answerable.ADULT_EDUCATION: _("Vuxenutbildningen"),
    Answerable.SCHOOL_OFFICE: _("Skola och förskola"),
    Answerable.SOCIAL_SERVICES: _("Socialtjänsten"),
    Answerable.PERSON: _("Personen själv"),
})  # fmt: skip

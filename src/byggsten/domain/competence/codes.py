"""Codes that the mapping shares with its neighbours in the domain, whom it does not know; a test compares."""

from __future__ import annotations

from enum import StrEnum


class SwedishStep(StrEnum):
    """The same steps as ``planning.SwedishLevel``."""

    NONE = "none"
    SFI_A = "sfi_a"
    SFI_B = "sfi_b"
    SFI_C = "sfi_c"
    SFI_D = "sfi_d"
    BEYOND = "beyond"


class Home(StrEnum):
    """The same forms as ``housing.HousingForm``."""

    NONE = "none"
    ASYLUM_HOUSING = "asylum_housing"
    LODGER = "lodger"
    MUNICIPAL_CONTRACT = "municipal_contract"
    SECOND_HAND = "second_hand"
    CARE_HOME = "care_home"
    OWN_RENTAL = "own_rental"
    OWNED = "owned"


class LicenceCategory(StrEnum):
    """The categories of the Driving Licences Act (1998:488)."""

    AM = "am"
    A = "a"
    B = "b"
    BE = "be"
    C = "c"
    CE = "ce"
    D = "d"
    DE = "de"
    TRACTOR = "tractor"
    FORKLIFT = "forklift"

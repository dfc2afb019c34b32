"""How a person lives."""

from __future__ import annotations

from enum import StrEnum


class HousingForm(StrEnum):
    """The form of the home, from the least to the most secure."""

    NONE = "none"
    ASYLUM_HOUSING = "asylum_housing"
    LODGER = "lodger"
    MUNICIPAL_CONTRACT = "municipal_contract"
    SECOND_HAND = "second_hand"
    CARE_HOME = "care_home"
    OWN_RENTAL = "own_rental"
    OWNED = "owned"

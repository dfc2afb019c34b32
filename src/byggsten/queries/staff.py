"""Who works here and may sign in."""

from __future__ import annotations

from byggsten.records.models import StaffMember


def may_sign_in(username: str) -> bool:
    """Whether it is the account of somebody who works here now."""
    return StaffMember.objects.filter(user__username=username, user__is_active=True).exists()

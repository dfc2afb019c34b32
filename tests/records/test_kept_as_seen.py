"""What a party saw of a plan, and what they said of it, is never changed or removed."""

import pytest
from django.db import IntegrityError, transaction

from byggsten.records import models as m
from tests.people import NOW
from tests.records.refused_confirming import notice, sight, stance

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [sight, stance])
def test_it_is_never_changed_or_removed(make):
    row = make()
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(plan=row.plan_id)
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_stance_is_put_right_by_another():
    first = stance(stance="disagrees", words="Fel ruta.")
    stance(sight=first.sight)
    assert list(m.PlanStance.objects.values_list("stance", flat=True)) == ["disagrees", "agrees"]


def test_that_a_notice_was_read_can_be_added():
    row = notice()
    m.PriorNotice.objects.filter(pk=row.pk).update(read_at=NOW, read_how="confirmed_orally")
    assert m.PriorNotice.objects.get().read_how == "confirmed_orally"

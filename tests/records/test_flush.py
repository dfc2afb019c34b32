"""After a test with a live server has cleaned up, what may not be changed still may not be."""

import pytest
from django.db import IntegrityError

from byggsten.records.models import Event
from tests.people import NOW


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_time", [1, 2])
def test_append_only_after_a_clean_up(_time):
    assert not Event.objects.exists()
    Event.objects.create(code="x", actor="karin", at=NOW)
    with pytest.raises(IntegrityError, match="append_only"):
        Event.objects.all().delete()

"""The gallery of parts: there while debugging, and nowhere else."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import NoReverseMatch, reverse

from byggsten.web.public.gallery import gallery
from tests import people


def test_it_shows_every_part_in_each_state(rf, settings):
    request = rf.get("/galleri/")
    request.user, request.session = AnonymousUser(), {}
    request.today, request.now, request.language = people.TODAY, people.NOW, "sv"
    page = gallery(request).content.decode()
    for state in "012":
        assert f'class="brick" data-state="{state}"' in page
    assert "ds-validation-message" in page
    assert "Varför?" in page


def test_it_is_not_served():
    with pytest.raises(NoReverseMatch):
        reverse("gallery")

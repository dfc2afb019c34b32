"""The labour market's words, as JobTech publishes them: occupations, skills, languages, fields of study."""

from __future__ import annotations

from django.db import models

from byggsten.records.fields import filled


class Concept(models.Model):
    """One concept of the taxonomy; ``broader`` is the concept's id one step up, ``search`` what is typed."""

    concept_id = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=40)
    code = models.CharField(max_length=40, blank=True, default="")
    label_sv = models.CharField(max_length=300)
    label_en = models.CharField(max_length=300, blank=True, default="")
    search = models.CharField(max_length=2000, blank=True, default="")
    broader = models.CharField(max_length=40, blank=True, default="")
    deprecated = models.BooleanField(default=False)

    class Meta:
        constraints = (
            filled("concept_id", "concept_has_an_id"),
            filled("kind", "concept_has_a_kind"),
            filled("label_sv", "concept_has_a_label"),
        )
        indexes = (models.Index(fields=["kind", "label_sv"], name="concepts_of_a_kind"),)

    def __str__(self) -> str:
        return self.concept_id

"""The form of one claim: the fields of its topic, who said it, and what it rests on."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from byggsten.actions.mapping_claims import Said
from byggsten.domain.competence import (
    Absence,
    ContentRefused,
    Evidence,
    Speaker,
    Topic,
    content_from,
    faults_in,
    shape_of,
)
from byggsten.domain.competence.care import WEEKDAYS, CareHours
from byggsten.domain.competence.values import Word
from byggsten.queries.taxonomy import search
from byggsten.web.caseworker.mapping.fields import CONCEPT, Row, fields_for
from byggsten.web.caseworker.mapping.values import choose, to_initial, to_raw
from byggsten.web.caseworker.mapping.words import EVIDENCE, SPEAKERS
from byggsten.web.caseworker.mapping.words import WEEKDAYS as DAY_NAMES
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from django.http import QueryDict

    from byggsten.queries.mapping_shown import ShownClaim

# What a topic usually rests on: a limit is what a doctor has certified, and the rest is what people say.
USUAL = {Topic.LIMIT: {"said_by": Speaker.DOCTOR, "evidence": Evidence.CERTIFIED}}


class ClaimForm(forms.Form):
    """One claim; ``searched`` is the word whose suggestions somebody asked for without script."""

    said_by = forms.ChoiceField(label=gettext_lazy("Vem säger det?"), choices=tuple(SPEAKERS.items()))
    evidence = forms.ChoiceField(
        label=gettext_lazy("Vad finns som visar det?"), choices=tuple(EVIDENCE.items())
    )
    evidence_words = forms.CharField(
        label=gettext_lazy("Om underlaget (frivilligt)"),
        required=False,
        max_length=500,
        widget=forms.TextInput(),
    )

    def __init__(
        self,
        topic: Topic,
        data: QueryDict | None = None,
        *,
        claim: ShownClaim | None = None,
        language: str = "sv",
        searched: str = "",
    ) -> None:
        self.topic, self.language, self.searched = topic, language, searched
        if data is not None:
            data = data.copy()
            for one in fields(shape_of(topic)):  # type: ignore[arg-type]
                if isinstance(one.metadata["kind"], Word) and one.name != searched:
                    choose(one, data)
        super().__init__(data, initial=_initial(topic, claim), auto_id=f"{topic.value}_%s")
        own = {n: f for one in fields(shape_of(topic)) for n, f in fields_for(topic, one).items()}  # type: ignore[arg-type]
        self.fields = own | self.fields

    def said(self) -> Said | None:
        """What was claimed, or None when something has to be put right."""
        if not self.is_valid():
            return None
        raw = {one.name: to_raw(one, self.cleaned_data) for one in fields(shape_of(self.topic))}  # type: ignore[arg-type]
        told = {name: value for name, value in raw.items() if value is not None}
        for name, text in faults_in(self.topic, told).items():
            self.add_error(self._shown(name), spoken(text))
        if self.errors:
            return None
        try:
            content = content_from(self.topic, told)
        except ContentRefused as refusal:
            self.add_error(self._shown(refusal.field), said(refusal))
            return None
        of = self.cleaned_data
        return Said(
            self.topic, content, Speaker(of["said_by"]), Evidence(of["evidence"]), of["evidence_words"]
        )

    def _shown(self, name: str) -> str | None:
        """The form's field at which a fault is shown."""
        return next((field for field in self.fields if field == name or field.startswith(f"{name}_")), None)

    @property
    def rows(self) -> list[Row]:
        """The rows of the content, in order."""
        found = []
        for one in fields(shape_of(self.topic)):  # type: ignore[arg-type]
            kind = one.metadata["kind"]
            if isinstance(kind, CareHours):
                ends = [(self[f"{one.name}_{d}_start"], self[f"{one.name}_{d}_end"]) for d in WEEKDAYS]
                found.append(Row(days=tuple((DAY_NAMES[n], *pair) for n, pair in enumerate(ends))))
            elif isinstance(kind, Word):
                found.append(self._word(one.name, kind))
            else:
                found.append(Row(self[one.name]))
        return found

    def _word(self, name: str, kind: Word) -> Row:
        hits = None
        if self.searched == name:
            hits = search(str(self[name].value() or ""), kind.kinds, self.language)
        return Row(self[name], str(self[name + CONCEPT].value() or ""), hits, word=True)

    @property
    def about(self) -> list[Any]:
        """Who said it and what it rests on."""
        return [self["said_by"], self["evidence"], self["evidence_words"]]

    @property
    def faults(self) -> list[tuple[str, str, str]]:
        """Each fault with its field's id and label, for the summary at the top."""
        return [(*self._named(name), str(text)) for name, texts in self.errors.items() for text in texts]

    def _named(self, name: str) -> tuple[str, str]:
        return (self[name].id_for_label, str(self[name].label)) if name in self.fields else ("", "")


def _initial(topic: Topic, claim: ShownClaim | None) -> dict[str, Any]:
    if claim is None or isinstance(claim.content, Absence):
        return dict(USUAL.get(topic, {"said_by": Speaker.PERSON, "evidence": Evidence.NONE}))
    found: dict[str, Any] = {
        "said_by": claim.said_by, "evidence": claim.evidence, "evidence_words": claim.evidence_words
    }  # fmt: skip
    for one in fields(claim.content):  # type: ignore[arg-type]
        found |= to_initial(one, getattr(claim.content, one.name))
    return found

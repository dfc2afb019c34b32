"""The file that somebody brings, and whether it can be read at all."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import sections_of
from byggsten.gateways.population_register.receive import PASSED_OVER, SECTIONS
from byggsten.gateways.population_register.rows import PersonColumns
from byggsten.gateways.refusals import FileRefused
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

LARGEST_MB = 10
LARGEST = LARGEST_MB * 1_000_000
TABLE, SECTIONED = ".csv", ".json"
BOM = b"\xef\xbb\xbf"


class RegisterFile(forms.Form):
    """The file and its source.  Nothing of it is kept on disk: it is read in memory and let go."""

    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("CSV eller JSON, högst 10 MB. Filen sparas inte, bara uppgifterna i den."),
        widget=forms.ClearableFileInput(attrs={"accept": f"{TABLE},{SECTIONED}"}),
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Välj en annan fil."),
        },
    )
    source = forms.CharField(
        label=gettext_lazy("Varifrån kommer uppgifterna?"),
        help_text=gettext_lazy("Skriv samma namn varje gång, till exempel Skatteverket."),
        max_length=100,
        error_messages={"required": gettext_lazy("Skriv varifrån uppgifterna kommer.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *given: Any, too_large: bool = False, **named: Any) -> None:
        super().__init__(*given, **named)
        self.data_read, self.table, self.sha256 = b"", False, ""
        if too_large:
            # A file that large is never received, so the field sees none.
            self.fields["file"].error_messages["required"] = self._large()

    def clean_file(self) -> UploadedFile[Any]:
        """Read the outline: what cannot be read at all is said here, before anything is done."""
        sent: UploadedFile[Any] = self.cleaned_data["file"]
        name = (sent.name or "").lower()
        if not name.endswith((TABLE, SECTIONED)):
            raise forms.ValidationError(_("Filen ska vara CSV eller JSON. Spara den så och välj den igen."))
        if (sent.size or 0) > LARGEST:
            raise forms.ValidationError(self._large())
        data = sent.read()
        self.table = name.endswith(TABLE)
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.data_read = data if self.table else data.removeprefix(BOM)
        try:
            if self.table:
                CsvRows(io.BytesIO(data), PersonColumns).refuse_broken()
            else:
                sections_of(self.data_read, SECTIONS, PASSED_OVER)
        except FileRefused as refusal:
            raise forms.ValidationError(said(refusal)) from None
        return sent

    @staticmethod
    def _large() -> str:
        sentence = _("Filen är större än %(most)s MB. Dela den och ta in delarna var för sig.")
        return sentence % {"most": LARGEST_MB}

"""The coordinator writes a group of an activity and its weekly times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.catalogue_groups import save_group
from byggsten.actions.catalogue_places import add_place
from byggsten.actions.catalogue_rows import Unkept
from byggsten.actions.catalogue_stamps import StaleActivity
from byggsten.domain.catalogue import NotReady
from byggsten.domain.dates import Period
from byggsten.domain.organisations import Place
from byggsten.domain.texts import Refusal
from byggsten.queries.catalogue_page import activity_page
from byggsten.web.catalogue.group_forms import GroupForm, initial_of
from byggsten.web.catalogue.slot_forms import SlotForms, initial_slots
from byggsten.web.desk import writes
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.domain.catalogue import Slot
    from byggsten.queries.catalogue_page import ActivityPage, GroupOnPage
    from byggsten.web.catalogue.slot_forms import SlotForm
    from byggsten.web.desk import StaffRequest


@writes(May.EDIT_CATALOGUE)
def new_group(request: StaffRequest, reference: str) -> HttpResponse:
    """An empty form, or a new group."""
    return _form(request, activity_page(request.actor, reference, May.EDIT_CATALOGUE), None)


@writes(May.EDIT_CATALOGUE)
def group(request: StaffRequest, reference: str, group_reference: str) -> HttpResponse:
    """The group as a form, or its change."""
    page = activity_page(request.actor, reference, May.EDIT_CATALOGUE)
    return _form(request, page, page.group(group_reference))


def _form(request: StaffRequest, page: ActivityPage, known: GroupOnPage | None) -> HttpResponse:
    initial = initial_of(known) if known else {}
    times = initial_slots(known) if known else []
    if request.method != "POST":
        form = GroupForm(initial=initial | {"stamp": page.entry.stamp})
        return _page(request, page, known, form, SlotForms(initial=times, prefix="tid"))
    form, slots = (
        GroupForm(request.POST, initial=initial),
        SlotForms(request.POST, initial=times, prefix="tid"),
    )
    if "more" in request.POST:
        return _page(request, page, known, form, _with_more(request.POST, times), asked=True)
    if not (slots.is_valid() & form.is_valid()):
        return _page(request, page, known, form, slots)
    try:
        with transaction.atomic():
            _save(request, page, known, form, tuple(_slots(form, slots, request)))
    except StaleActivity as stale:
        data = request.POST.copy()
        data["stamp"] = str(stale.theirs.stamp)
        form = GroupForm(data, initial=initial)
        form.add_error(None, said(stale))
        return _page(request, page, known, form, slots)
    except Refusal as refusal:
        _tell(form, refusal)
        return _page(request, page, known, form, slots)
    messages.success(request, _("Gruppen %(name)s är sparad.") % {"name": form.cleaned_data["name"]})
    return redirect("catalogue:activity", reference=page.draft.reference)


def _save(
    request: StaffRequest,
    page: ActivityPage,
    known: GroupOnPage | None,
    form: GroupForm,
    slots: tuple[Slot, ...],
) -> None:
    told = form.cleaned_data
    by, at = request.actor, request.now
    if told["new_place"]:
        add_place(Place(told["new_place"], told["latitude"], told["longitude"], told["ferry"]), by=by, at=at)
    save_group(
        page.draft.reference,
        form.draft(known.draft.reference if known else "", slots),
        stamp=told["stamp"] or 0,
        teacher=told["teacher"],
        by=by,
        at=at,
    )


def _slots(form: GroupForm, slots: Any, request: StaffRequest) -> list[Slot]:
    """The weekly times; one that was moved to another hour begins today, so that what has been stays."""
    first, last = form.cleaned_data["first_day"] or request.today, form.cleaned_data["last_day"]
    found = []
    for one in slots:
        slot = one.slot(first, last)
        if slot is None:
            continue
        if _moved(one) and slot.period.first_day < request.today:
            slot = replace(slot, period=Period(request.today, slot.period.last_day))
        found.append(slot)
    return found


def _moved(form: SlotForm) -> bool:
    return bool(form.initial) and bool({"weekday", "start"} & set(form.changed_data))


def _with_more(data: Any, times: list[dict[str, Any]]) -> Any:
    """The same times as they were sent, with two empty rows more."""
    longer = data.copy()
    longer["tid-TOTAL_FORMS"] = str(SlotForms(data, initial=times, prefix="tid").total_form_count() + 2)
    return SlotForms(longer, initial=times, prefix="tid")


def _tell(form: GroupForm, refusal: Refusal) -> None:
    if isinstance(refusal, NotReady):
        for one in refusal.lacks:
            form.add_error(None, spoken(one.text))
    elif isinstance(refusal, Unkept) and refusal.field in form.fields:
        form.add_error(refusal.field, said(refusal))
    else:
        form.add_error(None, said(refusal))


def _page(
    request: StaffRequest, page: ActivityPage, known: GroupOnPage | None, form: GroupForm, slots: Any,
    *, asked: bool = False,
) -> HttpResponse:  # fmt: skip
    """The form; ``asked`` for more rows is no mistake, so nothing is told to be wrong yet."""
    wrong = not asked and bool(form.errors or any(slots.errors) or slots.non_form_errors())
    context = {"page": page, "known": known, "form": form, "slots": slots, "wrong": wrong}
    return render(request, "catalogue/group.html", context, status=422 if wrong else 200)

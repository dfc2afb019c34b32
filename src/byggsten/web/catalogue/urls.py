"""The catalogue of activities: read by those who plan, kept by the coordinator."""

from __future__ import annotations

from django.urls import path

from byggsten.web.catalogue import activity, editing, export, groups, listing, undoing

app_name = "catalogue"
urlpatterns = [
    path("katalog/", listing.activities, name="activities"),
    path("katalog/hsds.json", export.export, name="export"),
    path("katalog/ny/", editing.new, name="new"),
    path("katalog/aktivitet/<path:reference>/andra/", editing.edit, name="edit"),
    path("katalog/aktivitet/<path:reference>/angra/", undoing.undo, name="undo"),
    path("katalog/aktivitet/<path:reference>/publicering/", activity.publication, name="publication"),
    path("katalog/aktivitet/<path:reference>/grupp/", groups.new_group, name="new_group"),
    path("katalog/aktivitet/<path:reference>/grupp/<path:group_reference>/", groups.group, name="group"),
    # Last, because a reference from another system may hold a slash.
    path("katalog/aktivitet/<path:reference>/", activity.activity, name="activity"),
]

"""The competence mapping: what can be claimed, by whom, and on what evidence."""

from byggsten.domain.competence.claims import (
    Absence,
    Claim,
    content_from,
    content_to_json,
    faults_in,
    shape_of,
)
from byggsten.domain.competence.shape import Content, ContentRefused
from byggsten.domain.competence.topics import Evidence, Speaker, Topic, Track
from byggsten.domain.competence.values import CareDay, Term

__all__ = [
    "Absence",
    "CareDay",
    "Claim",
    "Content",
    "ContentRefused",
    "Evidence",
    "Speaker",
    "Term",
    "Topic",
    "Track",
    "content_from",
    "content_to_json",
    "faults_in",
    "shape_of",
]

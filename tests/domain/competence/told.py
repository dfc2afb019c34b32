"""Claims to test with: what somebody says, in the shortest words."""

from byggsten.domain.competence import Claim, Evidence, Speaker, Topic, content_from
from byggsten.domain.competence_estimate import Told

SYRIA, SWEDEN = {"label": "Syrien"}, {"label": "Sverige"}


def claim(topic, said_by=Speaker.PERSON, evidence=Evidence.NONE, **content):
    return Claim(f"{topic}-1", Topic(topic), content_from(Topic(topic), content), said_by, evidence)


def school(level, country=SYRIA, **more):
    return claim("education", level=level, country=country, **more)


def work(years=5, country=SYRIA, **more):
    return claim("occupation", occupation={"label": "Kock"}, years=years, country=country, **more)


def nothing(topic):
    return claim(topic, absence="nothing")


def told(*claims):
    return Told(claims)

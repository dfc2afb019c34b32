"""The checklist of a reception is read strictly: each fault says file, place and remedy."""

import pytest

from byggsten.domain.rules import RulebookError
from byggsten.rulebook.reception import checklist, checklist_from

SOURCES = 'källor:\n  s: {sv: "Källa", en: "Source"}\n'
STEP = '  sfi: {sv: "Erbjud sfi", en: "Offer sfi", ansvarig: adult_education, källa: s 2 §, tillit: V}\n'


def lines(tmp_path, national=SOURCES + "steg:\n" + STEP, local=""):
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "reception.yaml").write_text(national, "utf-8")
    (tmp_path / "local" / "här").mkdir(parents=True)
    if local:
        (tmp_path / "local" / "här" / "reception.yaml").write_text(local, "utf-8")
    return checklist_from(tmp_path, ("här",))


def test_the_nation_says_what_and_the_municipality_how_soon():
    codes = [line.code for line in checklist()]
    assert codes[:3] == ["bostad_ordnad", "visa_bostad", "praktisk_hjälp"]
    assert all(line.days is None and line.sv and line.en and line.source for line in checklist())
    # The municipality has not decided any days, so none are made up.
    assert all(line.days is None for line in checklist(("norrtalje",)))
    assert [line.code for line in checklist(("demo",))] == codes
    assert all(line.days is not None and line.days_source for line in checklist(("demo",)))


def test_days_are_filled_in_with_their_own_source(tmp_path):
    (line,) = lines(tmp_path, local=SOURCES + "dagar:\n  sfi: {dagar: 30, källa: s}\n")
    assert (line.days, line.days_source, line.source) == (30, "Källa", "Källa, 2 §")


FAULTS = {
    "steg:\n" + STEP: "källan «s» finns inte",
    SOURCES: "listan har inga steg",
    SOURCES + "steg:\n" + STEP.replace("tillit: V", "tillit: V, dagar: 3"): "hur många dagar",
    SOURCES + "steg:\n" + STEP.replace("adult_education", "ingen"): "«ansvarig» kan inte vara",
    SOURCES + "steg:\n" + STEP.replace(', en: "Offer sfi"', ""): "«en» saknas",
    SOURCES + "steg:\n" + STEP.replace("tillit: V", "tillit: Q"): "«tillit» kan inte vara",
    SOURCES + "steg:\n" + STEP + "extra: 1\n": "okänd nyckel «extra»",
    SOURCES + "steg:\n" + STEP.replace("källa: s 2 §", "källa: t"): "källan «t» finns inte",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_the_nations_list(tmp_path, text):
    with pytest.raises(RulebookError, match=FAULTS[text]) as caught:
        lines(tmp_path, national=text)
    assert "national/reception.yaml" in str(caught.value)


LOCAL_FAULTS = {
    "dagar:\n  annat: {dagar: 3, källa: s}\n": "steget «annat» finns inte",
    "dagar:\n  sfi: {dagar: många, källa: s}\n": "inget antal dagar",
    "dagar:\n  sfi: {dagar: -1, källa: s}\n": "inget antal dagar",
    "dagar:\n  sfi: {dagar: 731, källa: s}\n": "inget antal dagar",
    "dagar:\n  sfi: {källa: s}\n": "inget antal dagar",
    "dagar:\n  sfi: {dagar: 3}\n": "har en källa",
    "steg:\n  ny: {sv: a, en: b}\n": "okänd nyckel «steg»",
}


@pytest.mark.parametrize("text", LOCAL_FAULTS)
def test_a_fault_in_what_is_decided_locally(tmp_path, text):
    with pytest.raises(RulebookError, match=LOCAL_FAULTS[text]) as caught:
        lines(tmp_path, local=SOURCES + text)
    assert "local/här/reception.yaml" in str(caught.value)


def test_a_file_that_is_no_utf8(tmp_path):
    lines(tmp_path)
    path = tmp_path / "local" / "där"
    path.mkdir()
    (path / "reception.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(RulebookError, match="UTF-8"):
        checklist_from(tmp_path, ("där",))

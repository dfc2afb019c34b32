"""Files of notices, and registers that tell the way here: what goes in, what is left out and why."""

from datetime import date

import pytest

from byggsten.actions.reception_notice_outcomes import settle_notice
from byggsten.cli.exits import Exit
from byggsten.domain.reception import NoticeOutcome
from byggsten.records.models import Contact, Fact, Guardianship, Membership, PartnerNotice, Person
from tests import people
from tests.cli.running import GATEWAYS, PEOPLE, answered

pytestmark = pytest.mark.django_db
NOTICES = GATEWAYS / "partner_notice" / "payloads"


def take_in(capsys, kind, name, *options):
    folder = NOTICES if kind == "notices" else PEOPLE
    return answered(capsys, "import", kind, folder / name, *options)


def test_notices_wait_and_the_same_file_twice_changes_nothing(capsys):
    code, told = take_in(capsys, "notices", "aviseringar.csv", "--unit", people.UNIT)
    assert (code, told["created"], told["refused"]) == (Exit.OK, 3, 0)
    code, told = take_in(capsys, "notices", "aviseringar.csv", "--unit", people.UNIT)
    assert (code, told["created"], told["changed"], told["nothing_new"]) == (Exit.OK, 0, 0, True)
    selam = PartnerNotice.objects.get(message="MV-1")
    assert (selam.given_name, selam.unit.name, selam.outcome) == ("ሰላም", people.UNIT, "")
    # The day of birth is the one that the number tells.
    assert PartnerNotice.objects.get(message="SK-7").born == date(2000, 1, 1)


def test_a_bad_notice_is_left_out_with_its_column_and_the_rest_goes_in(capsys):
    code, told = take_in(capsys, "notices", "aviseringar-med-fel.csv", "--unit", people.UNIT)
    assert (code, told["created"]) == (Exit.PARTLY, 1)
    assert [(r["row"], r["column"], r["value"]) for r in told["refusals"]] == [
        (3, "sender", "polisen"),
        (4, "received_on", "2025-02-29"),
        (5, "number", ""),
        (6, "born", ""),
        (7, "given_name", ""),
        (8, "received_on", "2027-11-20"),
    ]


def test_notices_in_json(capsys):
    code, told = take_in(capsys, "notices", "aviseringar.json", "--unit", people.UNIT)
    assert (code, told["created"], told["refused"]) == (Exit.PARTLY, 1, 1)


def test_a_handled_notice_is_never_rewritten_by_a_file(capsys, tmp_path):
    people.hire("karin")
    take_in(capsys, "notices", "aviseringar.csv", "--unit", people.UNIT)
    known = PartnerNotice.objects.get(message="MV-1")
    settle_notice(known.pk, outcome=NoticeOutcome.NOT_OURS, by=people.acting("karin"), at=people.NOW)
    file = tmp_path / "ny.csv"
    file.write_text("sender;message;received_on;given_name\nmigration_agency;MV-1;2026-11-21;Selam\n")
    code, told = answered(capsys, "import", "notices", file, "--unit", people.UNIT)
    assert (code, told["changed"], told["refused"]) == (Exit.PARTLY, 0, 1)
    assert "redan hanterad" in told["refusals"][0]["sentence"]


def test_a_table_tells_the_way_here(capsys):
    code, told = take_in(capsys, "persons", "mottagna.csv", "--source", "register", "--unit", people.UNIT)
    assert (code, told["read"], told["refused"]) == (Exit.OK, 4, 0)
    sahra = Person.objects.get(reference="sahra")
    assert (sahra.interim_number, sahra.interpreter) == ("T-77", True)
    facts = {fact.code: fact.value for fact in Fact.objects.filter(person=sahra)}
    assert facts == {
        "assigned": True, "unaccompanied": False, "received": {"day": "2026-10-01"},
        "first_registered": {"day": "2026-10-12"}, "registered_here_from": {"day": "2026-10-12"},
    }  # fmt: skip
    assert Contact.objects.get(person=sahra, replaced_at=None).way == "sms"
    guard = Guardianship.objects.get(child__reference="barn", guardian=sahra)
    assert (guard.first_day, guard.last_day) == (date(2019, 2, 28), date(2037, 2, 27))
    assert Guardianship.objects.filter(child__reference="barn").count() == 2
    assert Person.objects.get(reference="ung").language == "ti"
    before = (Fact.objects.count(), Contact.objects.count(), Guardianship.objects.count())
    stamps = list(Person.objects.order_by("pk").values_list("stamp", flat=True))
    _, told = take_in(capsys, "persons", "mottagna.csv", "--source", "register", "--unit", people.UNIT)
    assert (told["created"], told["changed"], told["nothing_new"]) == (0, 0, True)
    assert before == (Fact.objects.count(), Contact.objects.count(), Guardianship.objects.count())
    assert stamps == list(Person.objects.order_by("pk").values_list("stamp", flat=True))


def test_a_table_that_tells_what_cannot_be(capsys):
    code, told = take_in(capsys, "persons", "mottagna-med-fel.csv", "--source", "register")
    assert code == Exit.PARTLY
    assert [(r["row"], r["column"], r["value"]) for r in told["refusals"]] == [
        (2, "permit_first_day", "1980-01-01"),
        (3, "permit_ground", "p5_1"),
        (4, "route", "flyg"),
        (5, "contact_way", ""),
        (6, "phone", ""),
        (7, "born", ""),
        (9, "", ""),
    ]
    assert all(refusal["sentence"].endswith((".", "?")) for refusal in told["refusals"])
    assert set(Person.objects.values_list("reference", flat=True)) == {"hel", "barn"}
    assert not Guardianship.objects.exists()


def test_silence_in_a_file_keeps_what_is_known(capsys, tmp_path):
    take_in(capsys, "persons", "mottagna.csv", "--source", "register", "--unit", people.UNIT)
    file = tmp_path / "kort.csv"
    file.write_text("reference;given_name;born\nsahra;Sahra;\n")
    answered(capsys, "import", "persons", file, "--source", "register", "--unit", people.UNIT)
    sahra = Person.objects.get(reference="sahra")
    assert (sahra.protection, sahra.interpreter, sahra.language) == ("secrecy_marking", True, "so")
    assert (sahra.born, sahra.stamp > 1) == (date(1994, 2, 28), True)
    file.write_text("reference;given_name;born;protection;interpreter\nsahra;Sahra;;none;nej\n")
    answered(capsys, "import", "persons", file, "--source", "register", "--unit", people.UNIT)
    sahra.refresh_from_db()
    assert (sahra.protection, sahra.interpreter) == ("none", False)


def test_a_household_that_shares_days_with_another_is_left_out(capsys):
    take_in(capsys, "persons", "personer.json")
    people.enrol("gast")
    known = Membership.objects.count()
    code, told = take_in(capsys, "persons", "annat-hem.json")
    assert (code, told["refused"]) == (Exit.PARTLY, 1)
    assert "hör redan till ett annat hushåll" in told["refusals"][0]["sentence"]
    assert Membership.objects.count() == known


def test_guardians_in_json(capsys, tmp_path):
    take_in(capsys, "persons", "personer.json")
    people.enrol("leila")
    file = tmp_path / "vårdnad.json"
    file.write_text(
        '{"guardianships": [{"child": "leila", "kind": "custodian", "guardian": "amina", "first_day":'
        ' "2020-02-29"}, {"child": "leila", "kind": "guardian", "first_day": "2020-02-29"}]}'
    )
    _, told = answered(capsys, "import", "persons", file)
    assert (told["created"], [r["column"] for r in told["refusals"]]) == (1, ["guardian"])

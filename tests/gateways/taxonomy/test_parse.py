"""JobTech's dumps: what becomes of whole files, and where broken ones are said to break."""

import json
from pathlib import Path

import pytest

from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.taxonomy.english import table
from byggsten.gateways.taxonomy.parse import Gathered, NoConcepts

PAYLOADS = Path(__file__).parent / "payloads"


def gathered(*names):
    found = Gathered()
    for name in names:
        found.add((PAYLOADS / name).read_bytes())
    return found


def dump(*nodes, **more):
    return json.dumps({"data": {"concepts": list(nodes)}, **more}).encode()


def test_a_hierarchy_gives_each_concept_with_its_code_and_what_is_above():
    found = gathered("yrken.json")
    assert found.whole == {"ssyk-level-4", "occupation-name"}
    group, occupation = found.concepts["grp2_Bil_aaa"], found.concepts["occ3_Las_aaa"]
    assert (group.code, group.broader) == ("8332", "")
    assert (occupation.label, occupation.broader, occupation.code) == ("Lastbilsförare", "grp2_Bil_aaa", "")


def test_what_only_stands_beside_another_is_not_all_of_its_kind():
    assert gathered("nyckelord.json").whole == {"keyword", "occupation-collection"}


def test_keywords_and_the_occupations_without_requirements():
    found = gathered("yrken.json", "nyckelord.json")
    care = found.concepts["occ2_Var_aaa"]
    assert "Äldrevård" in care.words
    assert care.code == "no_requirement"
    assert found.concepts["key1_Ald_aaa"].broader == "occ2_Var_aaa"


def test_english_where_the_dump_has_it_and_words_to_search_by_where_it_has_not():
    found = gathered("yrken.json", "kompetenser.json")
    assert found.concepts["ski2_Mat_aaa"].english == "Cooking"
    assert "truck driver lorry driver" in found.concepts["occ3_Las_aaa"].words
    assert found.concepts["occ3_Las_aaa"].english == ""


def test_the_table_of_english_words_has_a_word_for_every_stem():
    for rows in table().values():
        assert all(stem and words for stem, words in rows)
        assert len(dict(rows)) == len(rows)


@pytest.mark.parametrize(("data", "where"), [
    (b'{"data": {"concepts": [', "rad 1"),
    (b'{"data": {"concepts": [{"id": "a",\n "type": "skill" "x"}]}}', "rad 2"),
    (dump({"id": "a", "type": "skill"}), "$.data.concepts[0]"),
    (dump({"id": "a", "type": "skill", "preferred_label": 5}), "$.data.concepts[0].preferred_label"),
    (dump({"id": "", "type": "skill", "preferred_label": "x"}), "$.data.concepts[0].id"),
    (dump({"id": "a", "type": "x", "preferred_label": "y", "narrower": [{"id": "b"}]}), "narrower[0]"),
    ("{\"data\": \"\xe5\"}".encode("latin-1"), "rad 1"),
])  # fmt: skip
def test_a_broken_file_is_refused_with_its_place(data, where):
    with pytest.raises(FileRefused) as caught:
        Gathered().add(data)
    assert where in caught.value.place


@pytest.mark.parametrize(
    "data", [b"{}", b'{"data": {}}', b'{"data": {"concept_types": []}}', b'{"data": null}']
)
def test_a_file_about_other_things_says_so(data):
    with pytest.raises(NoConcepts):
        Gathered().add(data)


def test_an_answer_that_is_an_error_says_what_the_server_said():
    with pytest.raises(FileRefused, match="Field 'x' not found"):
        Gathered().add(b'{"errors": [{"message": "Field \'x\' not found"}]}')


def test_files_of_different_days_that_contradict_each_other_are_refused():
    found = gathered("kompetenser.json")
    with pytest.raises(FileRefused, match="heter både"):
        found.add(dump({"id": "ski1_Sve_aaa", "type": "skill", "preferred_label": "Svetsning"}))


def test_the_real_dumps(shared):
    found = Gathered()
    for file in sorted((shared / "data" / "jobtech-taxonomy").glob("*.json")):
        try:
            found.add(file.read_bytes())
        except NoConcepts:
            assert file.name in {
                "concept-types.json", "jobtech-codelists-2020.json", "jobtech-codes-2021.json"
            }  # fmt: skip
    kinds = [concept.kind for concept in found.concepts.values()]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts["skill"] == 6657
    assert counts["occupation-name"] == 2412
    assert (counts["ssyk-level-4"], counts["country"], counts["language"]) == (400, 250, 470)
    assert sum(1 for c in found.concepts.values() if c.code == "no_requirement") == 112
    occupations = [c for c in found.concepts.values() if c.kind == "occupation-name"]
    assert all(found.concepts[c.broader].kind == "ssyk-level-4" for c in occupations)

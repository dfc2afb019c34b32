"""A fault in a rule file is refused with its file, its place, what is wrong and what to do."""

# ruff: noqa: E501 - one case a line reads as a table.

from __future__ import annotations

import re

import pytest

from byggsten.domain.rules import Kind, RulebookError
from byggsten.rulebook.loader import load, load_from, load_texts
from tests.domain.rules.books import SMALL, changed, refusal

FILE = "national/prov/10.yaml"
# What is changed, to what, and what the error says of place, fault and remedy.
FAULTS = {
    "unknown name": ("om: ålder under lägsta_ålder", "om: åldern under lägsta_ålder", "regler.målgrupp.rader.ung.om (rad 66)", "okänt namn «åldern» (i «åldern under lägsta_ålder»). Menade du «ålder»."),
    "unknown code": ("om: tillstånd är arbete", "om: tillstånd är arbetar", "regler.målgrupp.rader.arbete.om", "«tillstånd» kan inte vara «arbetar» (i «tillstånd är arbetar»). Menade du «arbete»."),
    "unknown outcome read": ("om: målgrupp är ute", "om: målgrupp är borta", "regler.signal.rader.ute.om", "«målgrupp» kan inte vara «borta»"),
    "outcome not listed": ("blir: hör_av", "blir: ring", "regler.signal.rader.länge.blir", "«ring» finns inte bland tabellens utfall. Välj bland tyst, hör_av."),
    "last row with a condition": ("{id: övriga, blir: ute,", "{id: övriga, om: ålder över 5, blir: ute,", "regler.målgrupp.rader.övriga.om", "den sista raden har ett villkor. Avsluta tabellen med en rad utan «om»"),
    "earlier row without one": ("        om: ålder under lägsta_ålder\n", "", "regler.målgrupp.rader.ung", "raden saknar villkor men är inte den sista"),
    "last row with dates": ("{id: övriga, blir: ute,", "{id: övriga, från: 2020-01-01, blir: ute,", "regler.målgrupp.rader.övriga", "den sista raden gäller alltid"),
    "row ends before it begins": ("till: 2022-12-31", "till: 2020-12-31", "regler.målgrupp.rader.arbete.till", "raden slutar 2020-12-31 men börjar 2021-01-01"),
    "row id twice": ("- id: i_perioden", "- id: ung", "regler.målgrupp.rader.ung.id", "två rader heter «ung»"),
    "key twice": ("    enhet: minuter\n", "    enhet: minuter\n    enhet: timmar\n", "rad", "nyckeln «enhet» står två gånger, även på rad"),
    "unknown key": ("    part: person\n", "    parti: person\n", "regler.krav.parti", "okänd nyckel «parti». Menade du «part»."),
    "unknown section": ("härlett:", "härlet:", "härlet", "okänd nyckel «härlet». Menade du «härlett»."),
    "date against number": ("om: idag högst slut", "om: idag högst månader", "regler.målgrupp.rader.i_perioden.om", "«idag» är ett datum men «månader» är ett tal"),
    "number as condition": ("om: målgrupp är ute", "om: närvaro", "regler.signal.rader.ute.om", "«närvaro» är ett tal, men här behövs ja eller nej"),
    "order between codes": ("om: målgrupp är ute", "om: målgrupp över ute", "regler.signal.rader.ute.om", "«målgrupp» är en kod och har ingen ordning"),
    "adding days to days": ("om: idag högst slut", "om: idag + slut efter idag", "regler.målgrupp.rader.i_perioden.om", "kan inte räkna ett datum + ett datum"),
    "asking for okänt": ("om: målgrupp är ute", "om: okänt", "regler.signal.rader.ute.om", "ingen rad kan fråga efter «okänt»"),
    "wrong number of values": ("hela_år(född, idag)", "hela_år(född)", "härlett.ålder.är", "hela_år ska ha 2 värden, inte 1"),
    "division by a fact": ("2400 - 60 * minsta(barn, 4)", "2400 // barn", "regler.krav.rader.alla.blir", "delning görs bara med ett tal större än noll eller med en parameter"),
    "number that can burst": ("2400 - 60 * minsta(barn, 4)", "närvaro * närvaro * närvaro * närvaro", "regler.krav.rader.alla.blir", "uträkningen kan ge ett tal som är för stort"),
    "forbidden syntax": ("om: målgrupp är ute", "om: __import__('os').getcwd()", "regler.signal.rader.ute.om", "hör inte till reglernas språk"),
    "missing source": ("    källa: strategi Kurs\n", "", "regler.kurs.rader.alla_timmar", "«källa» saknas. Allt som gäller har en källa"),
    "unknown source": ("källa: strategi Kurs", "källa: strateji Kurs", "regler.kurs.källa", "källan «strateji» finns inte under källor. Menade du «strategi»."),
    "value without source": ("är: 24, källa: strategi Begrepp,", "är: 24,", "parametrar.månader.värden.2018-01-01", "«källa» saknas"),
    "value for no date": ("{från: 2018-01-01, är: 24,", "{är: 24,", "parametrar.månader.värden.1", "värdet gäller inte från något datum"),
    "parameter without values": ("öppen: ja, värden: []", "värden: []", "parametrar.varaktigt", "parametern har inget värde för något datum"),
    "value of another type": ("är: 24, källa: strategi", "är: tjugofyra, källa: strategi", "parametrar.månader.värden.2018-01-01.är", "«tjugofyra» är inte av typen tal"),
    "two values from one day": ("{från: 2020-01-01, är: 6000", "{från: 2010-12-01, är: 6000", "parametrar.kurs_minuter", "två värden från samma dag, 2010-12-01"),
    "confidence unknown": ("tillit: U", "tillit: X", "regler.signal.tillit", "«tillit» kan inte vara «X». Välj bland V, V2, D, M, U."),
    "selector is no day": ("vid: tillstånd_från", "vid: barn", "parametrar.kurs_minuter.vid", "«vid: barn» är ingen dag"),
    "English missing": ("        en: Is here to work.\n", "", "regler.målgrupp.rader.arbete", "«en» saknas. Lägg till den engelska texten"),
    "fact without code": ("född: {kod: born, typ", "född: {typ", "fakta.född", "«kod» saknas. Varje faktum har en stabil engelsk kod"),
    "fact of unknown type": ("typ: ja_nej, sv: Försörjer sig", "typ: janej, sv: Försörjer sig", "fakta.självförsörjande.typ", "«typ» kan inte vara «janej». Menade du «ja_nej»."),
    "codes on a number": ("barn: {kod: children, typ: tal,", "barn: {kod: children, koder: {ett: {kod: one, sv: Ett, en: One}}, typ: tal,", "fakta.barn.koder", "«koder» hör till fakta av typen kod"),
    "code twice": ("arbete: {kod: work,", "arbete: {kod: refugee,", "fakta.tillstånd.koder.arbete", "«refugee» används redan av «flykting»"),
    "name twice": ("  slut: {är:", "  barn: {är:", "härlett.barn", "namnet «barn» finns redan som fakta"),
    "a word as name": ("  slut: {är:", "  under: {är:", "härlett.under", "«under» är ett ord i reglernas språk"),
    "no name at all": ("  slut: {är:", "  slut-dag: {är:", "härlett.slut-dag", "«slut-dag» kan inte vara ett namn"),
    "blank without name": ("Är {ålder} år, gränsen", "Är {åldern} år, gränsen", "regler.målgrupp.rader.ung.sv", "texten frågar efter «åldern», som inte finns. Menade du «ålder»."),
    "loose brace": ("Är {ålder} år, gränsen", "Är {ålder år, gränsen", "regler.målgrupp.rader.ung.sv", "en parentes { eller } saknar sin andra hälft"),
    "a decision": ("art: signal", "art: beslut", "regler.signal.art", "en tabell kan inte fatta beslut. Skriv «förslag»"),
    "unknown kind": ("art: signal", "art: signaler", "regler.signal.art", "«art» kan inte vara «signaler». Menade du «signal»."),
    "outcomes and numbers": ("    tal: minuter\n", "    tal: minuter\n    utfall: {a: {sv: A, en: A}}\n", "regler.krav", "en tabell har antingen «utfall» eller «tal»"),
    "wrong book": ("bok: prov", "bok: plikt", "bok (rad 2)", "filen säger bok «plikt» men ligger i mappen för «prov»"),
    "impossible date": ("till: 2022-12-31", "till: 2022-02-29", "rad 62", "«2022-02-29» finns inte i kalendern"),
    "YAML that is none": ("fakta:\n", "fakta\n", "rad", "kan inte läsas som YAML"),
    "tab": ("  strategi: {sv", "\tstrategi: {sv", "rad 5", "kan inte läsas som YAML"),
    "text for a mapping": ("  slut: {är: \"månader_efter(tillstånd_från, månader)\", typ: datum, sv: Periodens slut, en: End of the period}", "  slut: tjugofyra", "härlett.slut", "här väntas nycklar med värden, inte «tjugofyra»"),
    "comma within braces": ("{id: ute, om: målgrupp är ute,", "{id: ute, om: målgrupp i (ute, inne),", "regler.signal.rader.ute.inne)", "okänd nyckel «inne)». Sätt citattecken om en text med kommatecken i."),
    "yes that is neither": ("    öppen: ja\n    utfall", "    öppen: yes\n    utfall", "regler.signal.öppen", "«öppen» ska vara ja eller nej, inte «yes»"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_place_and_remedy(fault):
    old, new, place, message = FAULTS[fault]
    error = refusal(changed(old, new))
    assert error.file == FILE
    assert error.place.startswith(place)
    assert message in str(error)
    assert error.remedy
    assert str(error).startswith(f"{FILE}, ")


# Ten anchors that each hold the one before nine times: a billion values in a few lines.
TOWER = "bok: prov\na0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bok: prov\na: b: c\n", "rad 2: kan inte läsas som YAML: ett kolon står där det inte kan stå"),
        ("bok: prov\na: {b: 1\nc: 2\n", "väntade komma eller }"),
        ("bok: prov\na: [b, c\nd: 2\n", "väntade komma eller ]"),
        ("bok: prov\n\ta: 1\n", "rad 2: kan inte läsas som YAML: en tabb; använd mellanslag"),
        ('bok: "prov\n', "filen tar slut mitt i en text"),
        ("bok: prov\na: *b\n", "ett namn efter * som inte finns"),
        ("bok: prov\na: &a [*a]\n", "fler än 12 nivåer eller 100000 värden"),
        (TOWER, "fler än 12 nivåer eller 100000 värden"),
        ("bok: prov\na: " + "[" * 40 + "]" * 40, "fler än 12 nivåer"),
        ("bok: prov\n? [a, b]\n: c\n", "en nyckel är tom eller sammansatt"),
        ("? \n: c\nbok: prov\n", "en nyckel är tom eller sammansatt"),
        ("bok: prov\na: !!python/name:os.system\n", "kan inte läsas som YAML"),
        ("bok: prov\na: \x07\n", "innehåller något som inte kan läsas"),
        ("bok: prov\n--- \nbok: prov\n", "kan inte läsas som YAML"),
        ("bok: prov\n12: a\n", "okänd nyckel «12»"),
        ("bok: prov\n<<: {a: b}\n", "okänd nyckel «<<»"),
        ("bok: prov\nfakta: [a]\n", "fakta (rad 2): här väntas nycklar med värden"),
        ("bok: 12.5\n", "filen säger bok «12.5»"),
        ("bok: [a]\n", "«bok» ska vara en text"),
        ("källor: {}\n", "«bok» saknas. Börja filen med «bok: prov»"),
    ],
)
def test_yaml_that_holds_something_else(text, message):
    error = refusal(text)
    assert message in str(error)
    assert error.file == FILE
    assert error.remedy


def test_a_row_that_comes_into_force_before_its_numbers():
    text = changed("om: idag högst slut", "från: 2017-06-01\n        om: idag högst slut")
    error = refusal(text)
    assert "raden gäller från 2017-06-01 men «månader» har inget värde före 2018-01-01" in str(error)
    assert error.place == "regler.målgrupp.rader.i_perioden"


def test_a_circle_is_shown():
    text = changed("om: ålder under lägsta_ålder", "om: signal är tyst")
    error = refusal(text)
    assert "reglerna går i cirkel: målgrupp → signal → målgrupp" in str(error)
    assert error.place == "regler.målgrupp"


def test_a_circle_through_derived_values_is_shown():
    error = refusal(changed("månader_efter(tillstånd_från, månader)", "månader_efter(slut, månader)"))
    assert "slut → slut" in str(error)


def test_a_table_without_rows():
    head = SMALL[: SMALL.index("    rader:\n      - {id: ute, om")]
    assert "tabellen har inga rader" in str(refusal(head + "    rader: []\n"))
    assert "tabellen har inga rader" in str(refusal(head))


@pytest.mark.parametrize("text", ["", "\n", "# bara en kommentar\n", "---\n", "{}"])
def test_an_empty_file(text):
    error = refusal(text)
    assert str(error) == f"{FILE}: filen är tom. Skriv «bok: …» och minst en avdelning, eller ta bort filen."


@pytest.mark.parametrize("text", ["- a\n- b\n", "bara text", "12"])
def test_a_file_that_is_no_mapping(text):
    assert "här väntas nycklar med värden" in str(refusal(text))


def test_a_syntax_error_names_its_line():
    error = refusal(SMALL.replace("härlett:", 'härlett: "'))
    assert re.fullmatch(r"rad \d+", error.place)


def test_words_that_yaml_reads_as_something_else_stay_words():
    # In YAML 1.1 «on», «no» and «off» are true and false; here they are names of codes.
    text = changed(
        "inget: {kod: none, sv: Inget, en: None}",
        "on: {kod: no, sv: På, en: off}\n      inget: {kod: y, sv: Nej, en: No}",
    )
    codes = load_texts("prov", [("a.yaml", text, "")]).facts["tillstånd"].codes
    assert [(c.name, c.code, c.label.en) for c in codes[:2]] == [("on", "no", "off"), ("inget", "y", "No")]


def test_there_is_no_kind_for_a_decision():
    assert {k.value for k in Kind} == {"upplysning", "frist", "krav", "signal", "förslag"}


def test_a_book_and_an_overlay_that_do_not_exist():
    with pytest.raises(RulebookError, match=r"boken «plikter» finns inte\. Menade du «plikt»\."):
        load("plikter")
    with pytest.raises(
        RulebookError, match=r"det lokala tillägget «norrtelje» finns inte\. Menade du «norrtalje»\."
    ):
        load("plikt", ("norrtelje",))


def test_a_file_that_is_not_text(tmp_path):
    folder = tmp_path / "national" / "prov"
    folder.mkdir(parents=True)
    (folder / "10.yaml").write_bytes("bok: prov\nå".encode("latin-1"))
    with pytest.raises(RulebookError, match=r"10\.yaml: är inte UTF-8 .* Spara filen som UTF-8"):
        load_from(tmp_path, "prov", ())


def test_a_folder_without_files(tmp_path):
    (tmp_path / "national" / "prov").mkdir(parents=True)
    with pytest.raises(RulebookError, match="boken «prov» har inga filer"):
        load_from(tmp_path, "prov", ())


def test_a_name_given_in_two_files():
    texts = [("a.yaml", SMALL, ""), ("b.yaml", "bok: prov\nkällor:\n  strategi: {sv: A, en: B}\n", "")]
    with pytest.raises(RulebookError, match=r"b\.yaml, källor\.strategi .*«strategi» finns redan i a\.yaml"):
        load_texts("prov", texts)

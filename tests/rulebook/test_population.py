"""The compiled run over a population gives what one person at a time gives, missing facts and all."""

from __future__ import annotations

import random
from datetime import date

import pytest

from byggsten.domain.rules import NEVER, RulebookError
from byggsten.domain.rules.expressions import Type
from byggsten.rulebook import load
from tests.domain.rules.books import AMINA, DAY, SMALL, book, changed
from tests.domain.rules.random_books import random_book, random_day, random_person

np = pytest.importorskip("numpy", reason="the extra «fast» is not installed")
pytest.importorskip("numba", reason="the extra «fast» is not installed")

from byggsten.rulebook.machine_code import cache_folder, loop  # noqa: E402
from byggsten.rulebook.population import decide_columns, prepare  # noqa: E402

BOOK = book()


@pytest.fixture(autouse=True)
def machine_code_among_the_tests_own_files(request, monkeypatch):
    """Machine code is kept between test runs, but not among the user's own files."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(request.config.cache.mkdir("machine-code")))


def columns_of(book, people):
    """Masked columns, one for each fact that anybody has; days as numpy days, codes as text."""
    out = {}
    for name, fact in book.facts.items():
        values = [p.get(name) for p in people]
        gone = [v is None for v in values]
        if all(gone):
            continue
        if fact.type is Type.DATE:
            days = [NEVER if v is None else v for v in values]
            column = np.array(days, "M8[D]")
        elif fact.type is Type.CODE:
            column = np.array(["" if v is None else v for v in values])
        else:
            column = np.array(
                [0 if v is None else v for v in values], bool if fact.type is Type.TRUTH else np.int64
            )
        out[name] = np.ma.MaskedArray(column, gone)
    return out


def assert_agrees(book, day, people, wanted=(), **how):
    found = decide_columns(book, day, columns_of(book, people), wanted, **how)
    for rule in wanted or book.rules:
        table, unknown = book.rules[rule], found.unknown(rule)
        for k, person in enumerate(people):
            one = book.decide(day, person, wanted)
            number = int(found.outcomes[rule][k])
            outcome = None if unknown[k] else table.outcomes[number].name if table.outcomes else number
            assert (outcome, table.rows[found.rows[rule][k]].id) == (one.outcome(rule), one.row(rule))
    return found


@pytest.mark.parametrize("number", range(2))
def test_random_books_and_people(number):
    book, lot = random_book(number), random.Random(number)
    day = random_day(lot)
    assert_agrees(book, day, [random_person(lot, 0.3) for _ in range(300)])


def test_nobody_misses_anything():
    book, lot = random_book(2), random.Random(3)
    assert_agrees(book, random_day(lot), [random_person(lot, 0.0) for _ in range(300)])


def test_a_fact_that_nobody_has():
    lot = random.Random(4)
    people = [random_person(lot, 0.1) | {"d1": None, "k1": None, "t2": None} for _ in range(200)]
    assert_agrees(random_book(3), random_day(lot), people)


def test_an_open_norm_and_a_day_that_selects():
    days = [None, NEVER, date(2005, 1, 1), date(2015, 1, 1), date(2025, 3, 1)] * 3
    people = [
        AMINA | {"barn": n % 3 or None, "närvaro": 50 * n, "tillstånd_från": day}
        for n, day in enumerate(days)
    ]
    assert_agrees(BOOK, DAY, people)


def test_only_what_is_wanted():
    found = assert_agrees(BOOK, DAY, [AMINA, AMINA | {"tillstånd": "inget"}], ("krav",))
    assert list(found.outcomes) == ["krav"]
    assert found.outcomes["krav"].dtype == np.int32
    assert found.rows["krav"].dtype == np.uint8


def test_outcomes_are_one_byte_and_are_counted():
    people = [AMINA, AMINA | {"tillstånd": "inget"}, {**AMINA, "född": None}]
    found = decide_columns(BOOK, DAY, columns_of(BOOK, people), ("målgrupp",))
    assert found.outcomes["målgrupp"].dtype == np.uint8
    assert found.count("målgrupp") == {"ute": 1, "inne": 1, "okänt": 1}
    assert found.unknown("målgrupp").tolist() == [False, False, True]


def test_a_number_too_large_for_32_bits_is_not_cut():
    wide = book(changed("2400 - 60 * minsta(barn, 4)", "närvaro * 1000 + barn"))
    found = assert_agrees(wide, DAY, [AMINA | {"närvaro": 9_999_999}], ("krav",))
    assert found.outcomes["krav"].tolist() == [9_999_999_002]


def test_many_facts_need_more_than_one_number_of_marks():
    extra = "\n".join(f"  x{n}: {{kod: x{n}, typ: ja_nej, sv: X{n}, en: X{n}}}" for n in range(130))
    text = SMALL.replace("  född: {kod: born", extra + "\n  född: {kod: born").replace(
        "om: idag högst slut", "om: x3 och (x99 eller x129)"
    )
    choices = [True, False, None]
    people = [
        AMINA | {"x3": a, "x99": b, "x129": c} for a in choices for b in choices for c in choices
    ]  # fmt: skip
    assert_agrees(book(text), DAY, people, ("målgrupp",))


def test_prepared_columns_serve_many_days():
    people = [AMINA | {"tillstånd_från": date(2018 + n, n, 1), "barn": n % 2 or None} for n in range(1, 9)]
    held = prepare(BOOK, columns_of(BOOK, people))
    for day in (date(2024, 5, 1), date(2024, 5, 2), date(2026, 1, 1), date(2023, 1, 1)):
        found = decide_columns(BOOK, day, held)
        rows = [[BOOK.rules[rule].rows[k].id for k in found.rows[rule]] for rule in BOOK.rules]
        decisions = [BOOK.decide(day, person) for person in people]
        assert rows == [[d.row(rule) for d in decisions] for rule in BOOK.rules]


def test_renewed_columns_are_used_and_what_rests_on_them_is_computed_anew():
    people = [AMINA, AMINA | {"närvaro": 7000}]
    held = prepare(BOOK, columns_of(BOOK, people))
    decide_columns(BOOK, DAY, held)
    kept = set(held.fixed)
    held.renew(BOOK, {"närvaro": np.array([7000, 90])})
    assert set(held.fixed) == kept
    found = decide_columns(BOOK, DAY, held)
    assert [BOOK.rules["kurs"].rows[k].id for k in found.rows["kurs"]] == ["alla_timmar", "pågår"]
    held.renew(BOOK, {"tillstånd_från": np.array(["2025-03-01", "2020-01-01"], "M8[D]")})
    assert set(held.fixed) != kept
    found = decide_columns(BOOK, DAY, held)
    assert [BOOK.rules["målgrupp"].rows[k].id for k in found.rows["målgrupp"]] == ["i_perioden", "övriga"]
    for column in ({"barn": np.zeros(3, int)}, {"bran": np.zeros(2, int)}, {"barn": np.array([0, 10**8])}):
        with pytest.raises(RulebookError):
            held.renew(BOOK, column)


def test_threads_change_nothing():
    people = [AMINA | {"närvaro": n, "barn": n % 5 or None} for n in range(100)]
    columns = {n: np.ma.concatenate([c] * 1000) for n, c in columns_of(BOOK, people).items()}
    one, two = (decide_columns(BOOK, DAY, columns, threads=n) for n in (1, 2))
    for rule in BOOK.rules:
        assert (one.outcomes[rule] == two.outcomes[rule]).all()
        assert (one.rows[rule] == two.rows[rule]).all()


def test_the_rules_of_the_house():
    """The real book, with made-up people and a third of what could be known missing."""
    found, lot = load("plikt", ("norrtalje",)), random.Random(8)
    wanted = ("målgrupp", "person_vecka", "veckokrav")
    people = [
        {name: _value(fact, lot) for name, fact in found.facts.items() if lot.random() < 0.67}
        for _ in range(200)
    ]
    assert_agrees(found, DAY, people, wanted)


def _value(fact, lot):
    match fact.type:
        case Type.DATE:
            return lot.choice([NEVER, date(lot.randint(1960, 2026), lot.randint(1, 12), lot.randint(1, 28))])
        case Type.CODE:
            return lot.choice(fact.codes).name
        case Type.TRUTH:
            return lot.random() < 0.5
        case Type.NUMBER:
            return lot.choice([0, 1, 3, 60, 600, 2400])


def test_a_day_before_the_rules_is_refused():
    with pytest.raises(RulebookError, match="har inget värde den 2010-01-01; reglerna gäller inte då"):
        decide_columns(BOOK, date(2010, 1, 1), columns_of(BOOK, [AMINA]))


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"bran": np.zeros(2, int)}, "boken «prov» har inget faktum «bran». Menade du «barn»"),
        ({"barn": np.zeros(2, int), "närvaro": np.zeros(3, int)}, "kolumnerna är olika långa: [2, 3]"),
        ({}, "kolumnerna är olika långa: []"),
        ({"barn": np.array([0.5, 1.0])}, "kolumnen har typen float64, men «barn» är tal"),
        ({"barn": np.array([0, 10**8])}, "kolumnen har värden utanför -10000000–10000000"),
        ({"född": np.array([0, 5])}, "kolumnen har värden utanför 1–3652059"),
        ({"tillstånd": np.array([0, 3], np.uint8)}, "kolumnen har värden utanför 0–2"),
        (
            {"tillstånd": np.array(["inget", "flyktig"])},
            "«tillstånd» kan inte vara «flyktig». Menade du «flykting»",
        ),
        (
            {"självförsörjande": np.array([0, 1])},
            "har typen int64, men «självförsörjande» är ja_nej",
        ),
    ],
)
def test_a_column_of_the_wrong_kind_is_refused(columns, message):
    with pytest.raises(RulebookError) as refused:
        prepare(BOOK, columns)
    assert message in str(refused.value)


def test_days_may_be_numbers_and_what_is_missing_may_be_not_a_time():
    days = np.array(["2000-01-01", "NaT"], "M8[D]")
    held = prepare(BOOK, {"född": days})
    assert held.arrays["född"].tolist()[0] == date(2000, 1, 1).toordinal()
    assert held.maybe == {"född"}
    numbers = prepare(BOOK, {"född": np.array([730120, 5])}, {"född": np.array([False, True])})
    assert numbers.maybe == {"född"}
    assert numbers.arrays["född"][0] == held.arrays["född"][0] == 730120


def test_what_must_be_there_may_not_be_missing():
    strict = book(changed("född: {kod: born,", "född: {kod: born, alltid: ja,"))
    with pytest.raises(RulebookError, match="«född» saknas men ska alltid anges"):
        prepare(strict, {"barn": np.zeros(1, int)})


def test_machine_code_is_kept_by_its_text(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for _ in range(2):
        run = loop("", {"a": "c_a[i]"}, ["b = add_days(a, 1)"], {"o_b": "b"})
        out = np.zeros(3, np.int64)
        run(0, 3, np.arange(3), out)
        assert out.tolist() == [1, 2, 3]
    assert len(list(cache_folder().glob("*.py"))) == 1
    assert list(cache_folder().glob("__pycache__/*.nbc"))
    loop("", {"a": "c_a[i]"}, ["b = add_days(a, 2)"], {"o_b": "b"})
    assert len(list(cache_folder().glob("*.py"))) == 2


def test_without_a_place_to_keep_it_machine_code_is_made_anew(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    out = np.zeros(2, np.int64)
    loop("idag", {"a": "c_a[i]"}, ["b = idag - a"], {"o_b": "b"})(0, 2, 10, np.arange(2), out)
    assert out.tolist() == [10, 9]

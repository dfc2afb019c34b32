"""Tables: each row by itself, and whatever bytes come, rows or refusals and nothing else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.refusals import FileRefused, RefusedRow
from byggsten.gateways.school.rows import AttendanceColumns

HEAD = b"session;person;witness;attended;absent;proof\n"
ROW = b"s1;amina;teacher;240;0;ja\n"


def read(data):
    return list(CsvRows(io.BytesIO(data), AttendanceColumns))


@pytest.mark.parametrize("mark", [b";", b",", b"\t"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_the_usual_ways_of_writing_a_table_are_read(mark, end, bom):
    ((number, row),) = read(bom + (HEAD + ROW).replace(b";", mark).replace(b"\n", end))
    assert (number, row.person, row.attended, row.proof) == (2, "amina", 240, True)


@pytest.mark.parametrize(
    ("data", "place", "sentence"),
    [
        (b"", "", "Filen är tom"),
        (b"\n\n", "", "Filen är tom"),
        (HEAD.replace(b"attended", b"atended") + ROW, "rad 1", "Menade du «attended»"),
        (HEAD.replace(b"attended", b"absent") + ROW, "rad 1", "står två gånger"),
        (HEAD.replace(b"session;", b"").replace(b"\n", b";told_by\n") + ROW, "rad 1", "«session» saknas"),
        (HEAD + ROW + b"s1;\x81\xe9;", "rad 3", "varken UTF-8 eller"),
        (HEAD.replace(b"proof", b"ort") + ROW, "rad 1", "«ort» finns inte. Kolumnerna är source, "),
        (HEAD + b's1;"amina;teacher;240;0;\n' + ROW * 3, "rad 2", "stängs aldrig"),
        (HEAD + b's1;"amina;teacher;240;0;\n' + ROW * 3000, "rad 2", "stängs aldrig"),
        (HEAD + ROW + b's1;"a"mina;teacher;240;0;\n' + ROW, "rad 3", "mitt i en cell"),
        (HEAD + ROW + b's1;"amina;teacher;240', "rad 3", "avhuggen"),
        (HEAD + ROW + b"s1;\0amina;teacher;240;0;\n", "rad 3", "inte hör hemma"),
        (HEAD + ROW + b"s1;" + b"a" * 20_000 + b";teacher;240;0;\n", "rad 3", "celler"),
    ],
)
def test_a_broken_table_is_refused_whole_and_says_where(data, place, sentence):
    with pytest.raises(FileRefused) as refused:
        read(data)
    assert refused.value.place == place
    assert sentence in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_however_excel_saved_it(encoding):
    text = (HEAD + ROW).decode().replace("amina", "åsa").replace("\n", "\r\n")
    ((number, row),) = read(text.encode(encoding))
    assert (number, row.person) == (2, "åsa")


def test_a_bad_row_is_told_with_row_column_value_and_remedy():
    good, bad, short, after = read(HEAD + ROW + b"s1;amina;larare;240;0;\n" + b"s1;amina\n" + ROW)
    assert isinstance(bad, RefusedRow)
    assert (bad.row, bad.column, bad.value) == (3, "witness", "larare")
    assert "teacher" in str(bad.text)
    assert "2 celler men ska ha 6" in str(short)
    assert (good[0], after[0]) == (2, 5)


def test_a_last_line_without_a_line_break_is_noticed():
    rows = CsvRows(io.BytesIO(HEAD + ROW[:-1]), AttendanceColumns)
    assert len(list(rows)) == 1
    assert rows.ends_open


cells = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs",)), max_size=12
)


@given(st.lists(st.lists(cells, max_size=8), max_size=6))
def test_any_cells_are_read_or_refused(table):
    data = HEAD + b"".join(";".join(row).encode() + b"\n" for row in table)
    assert all(isinstance(row, RefusedRow | tuple) for row in read_or_nothing(data))


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    read_or_nothing(data)
    read_or_nothing(HEAD + data)


def read_or_nothing(data):
    """The rows, or none when the file is refused; anything else is a crash."""
    try:
        return read(data)
    except FileRefused:
        return []

"""What may stand in a condition, and that nothing else can."""

from __future__ import annotations

import ast

import pytest

from byggsten.domain.rules import RulebookError
from byggsten.domain.rules.language import LONGEST, parse


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("a och b eller inte c", "a and b or not c"),
        ("a är b", "a == b"),
        ("a är inte b", "a != b"),
        ("a inte i (b, c)", "a not in (b, c)"),
        ("inte a i (b, c)", "not a in (b, c)"),
        ("1 högst a under 65", "1 <= a < 65"),
        ("a före b och b efter c", "a < b and b > c"),
        ("a över -1", "a > -1"),
        ("(a - b) // 7 * c minst 0", "(a - b) // 7 * c >= 0"),
        ("månader_efter(född, 12)\n  efter   idag", "månader_efter(född, 12) > idag"),
    ],
)
def test_swedish_words_stand_for_operators(text, python):
    assert ast.unparse(parse(text)) == python


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "__import__(a)",
        "a.b",
        "a[0]",
        "[a för a i b]",
        "[a for a in b]",
        "{a}",
        "f'{a}'",
        "'text'",
        "lambda: 1",
        "a if b else c",
        "(a := 1)",
        "a @ b",
        "a ** b",
        "a % b",
        "a / b",
        "a & b",
        "~a",
        "+a",
        "a == b",
        "a >= b",
        "a and b",
        "a is b",
        "not a",
        "True",
        "None",
        "1.5",
        "1j",
        "1_000 000",
        "2026-01-01",
        "print(a)",
        "minsta(*a)",
        "minsta(a=1)",
        "await a",
        "yield",
        "a # resten",
        "a; b",
        "a = b",
        "1 +",
        "(a",
        "a)",
        "a b",
        "och a",
        "",
        "   ",
        "...",
        "\\",
        "a\0b",
        "(" * 300 + "a" + ")" * 300,
        "a" * (LONGEST + 1),
    ],
)
def test_a_condition_is_only_a_condition(text):
    with pytest.raises(RulebookError) as refused:
        parse(text)
    assert refused.value.remedy


def test_a_forbidden_word_says_which_word_to_write_instead():
    with pytest.raises(RulebookError, match=r"«>=» .* Skriv minst"):
        parse("ålder >= 18")
    with pytest.raises(RulebookError, match=r"«and» .* Skriv och"):
        parse("a and b")

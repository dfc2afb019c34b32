"""The text of a condition to Python's expression tree: a dozen Swedish words, and everything else refused."""

from __future__ import annotations

import ast
import keyword
import tokenize

from byggsten.domain.rules.errors import RulebookError

WORDS = {
    "och": "and",
    "eller": "or",
    "inte": "not",
    "i": "in",
    "är": "==",
    "minst": ">=",
    "högst": "<=",
    "över": ">",
    "under": "<",
    "före": "<",
    "efter": ">",
}
FUNCTIONS = {"månader_efter": 2, "hela_år": 2, "minsta": 2, "största": 2}
CONSTANTS = frozenset({"ja", "nej", "aldrig"})
TODAY = "idag"
UNKNOWN = "okänt"
RESERVED = frozenset({*WORDS, *FUNCTIONS, *CONSTANTS, TODAY, UNKNOWN})

_SIGNS = frozenset({"(", ")", ",", "+", "-", "*", "//"})
_INSTEAD = {
    "/": "//",
    "==": "är",
    "!=": "är inte",
    ">=": "minst",
    "<=": "högst",
    ">": "över eller efter",
    "<": "under eller före",
    "and": "och",
    "or": "eller",
    "not": "inte",
    "in": "i",
    "True": "ja",
    "False": "nej",
    "None": "aldrig, eller inget alls när uppgiften får saknas",
}
_ALLOWED = (
    ast.BoolOp,
    ast.And,
    ast.Or,
    ast.UnaryOp,
    ast.Not,
    ast.USub,
    ast.BinOp,
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.FloorDiv,
    ast.Compare,
    ast.Eq,
    ast.NotEq,
    ast.Lt,
    ast.LtE,
    ast.Gt,
    ast.GtE,
    ast.In,
    ast.NotIn,
    ast.Call,
    ast.Name,
    ast.Load,
    ast.Constant,
    ast.Tuple,
)
_ADVICE = f"Använd namn, heltal, {' '.join(WORDS)} + - * // och {', '.join(FUNCTIONS)}"
# Far more than any sentence of law; keeps a broken file from exhausting the parser.
LONGEST = 2000


def parse(text: str) -> ast.expr:
    """Read a condition or an arithmetic expression.

    Raises RulebookError without a place when a sign, word or form is not part of the language.
    """
    if len(text) > LONGEST:
        raise RulebookError(
            f"uttrycket är längre än {LONGEST} tecken", remedy="Dela det på flera rader eller härledda värden"
        )
    source = " ".join(_translated(text))
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise RulebookError(
            f"kan inte läsa «{text}»",
            remedy="Räkna parenteserna och se att varje ord har något på båda sidor",
        ) from None
    for node in ast.walk(tree):
        _refuse_unless_allowed(node, text)
    return tree


def _translated(text: str) -> list[str]:
    """The tokens of the text, Swedish words exchanged for Python's."""
    out: list[str] = []
    try:
        tokens = list(tokenize.generate_tokens(iter((" ".join(text.split()),)).__next__))
    except (tokenize.TokenError, SyntaxError, IndentationError):
        raise RulebookError(f"kan inte läsa «{text}»", remedy="Räkna parenteser och citattecken") from None
    for token in tokens:
        if token.type in (tokenize.NEWLINE, tokenize.NL, tokenize.ENDMARKER):
            continue
        word = token.string
        if word in _INSTEAD:
            raise RulebookError(
                f"«{word}» i «{text}» hör inte till reglernas språk", remedy=f"Skriv {_INSTEAD[word]}"
            )
        if token.type == tokenize.NAME and not keyword.iskeyword(word):
            # «är inte» is one word of two: different from.
            if WORDS.get(word) == "not" and out and out[-1] == "==":
                out[-1] = "!="
            else:
                out.append(WORDS.get(word, word))
        elif token.type == tokenize.NUMBER or word in _SIGNS:
            out.append(word)
        else:
            raise RulebookError(f"«{word}» i «{text}» hör inte till reglernas språk", remedy=_ADVICE)
    if not out:
        raise RulebookError("uttrycket är tomt", remedy="Skriv ett villkor eller ta bort nyckeln")
    return out


def _refuse_unless_allowed(node: ast.AST, text: str) -> None:
    allowed = isinstance(node, _ALLOWED)
    if isinstance(node, ast.Constant):
        allowed = type(node.value) is int
    if isinstance(node, ast.Call):
        allowed = isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS and not node.keywords
    if not allowed:
        shown = ast.unparse(node) if isinstance(node, ast.expr) else type(node).__name__
        raise RulebookError(f"«{shown}» i «{text}» hör inte till reglernas språk", remedy=_ADVICE)

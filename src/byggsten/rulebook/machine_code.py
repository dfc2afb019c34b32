"""Lines of rules to a compiled loop over people, kept on disk so that the next process starts at once.

A whole book takes a quarter of a minute to compile, and a few thousandths of a second to find again.
Needs the extra ``fast`` (numba).
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numba
from numba import njit

from byggsten.domain.rules import calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def loop(
    today: str, loads: Mapping[str, str], lines: list[str], stores: Mapping[str, str]
) -> Callable[..., None]:
    """A compiled loop: read a person's numbers, run the lines of the rules, store the outcomes.

    ``loads``: the name of each number and where it lies; ``stores``: the array of each outcome and its name.
    """
    arrays = [source.removesuffix("[i]") for source in loads.values()] + list(stores)
    body = [f"{name} = {source}" for name, source in loads.items()] + lines
    body += [f"{array}[i] = {name}" for array, name in stores.items()]
    head = ", ".join(part for part in ("low", "high", today, *arrays) if part)
    text = f"def loop({head}):\n    for i in range(low, high):\n        " + "\n        ".join(body)
    kept = _kept(text)
    world = dict(_calendar())
    # The text is made from checked nodes, numbers and names only.
    exec(compile(text, str(kept or "<population>"), "exec"), world)  # noqa: S102
    found: Callable[..., None] = njit(world["loop"], nogil=True, error_model="numpy", cache=kept is not None)
    return found


@functools.cache
def _calendar() -> dict[str, Any]:
    """The calendar's own functions, compiled once, under the names the written lines use."""
    world: dict[str, Any] = {"__name__": __name__}
    for name in ("civil", "day_number", "within", "add_days", "add_months", "whole_years"):
        function = getattr(calendar, name)
        world[name] = njit(types.FunctionType(function.__code__, world, name), nogil=True)
    world |= {name: getattr(calendar, name) for name in ("SHIFT", "NEVER_DAY", "FIRST_DAY")}
    world |= {"months_after": world["add_months"], "years_between": world["whole_years"]}
    return world


def cache_folder() -> Path:
    """Where compiled loops are kept: the user's own cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "byggsten" / "rules"


def _kept(text: str) -> Path | None:
    """The file that holds this text, so that numba can keep the machine code beside it; None when it can not.

    Its name is a hash of everything that decides what the code does: the text, the calendar and numba.
    """
    source = Path(calendar.__file__).read_bytes()
    name = hashlib.sha256(source + f"{numba.__version__}\0{text}".encode()).hexdigest()
    path = cache_folder() / f"{name}.py"
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
                file.write(text)
            # In one step, since several processes may start at once.
            Path(file.name).replace(path)
    except OSError:
        # A machine without a writable home compiles anew each time.
        return None
    return path

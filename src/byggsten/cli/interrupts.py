"""Ctrl-C that is always heard: Python throws away the one that comes while it cleans up after an object."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_asked = False


def hear() -> None:
    """From now on a Ctrl-C is remembered; where another program decides about it, nothing changes."""
    if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def stop_if_asked() -> None:
    """Raise the Ctrl-C that was thrown away; asked between the steps of long work, never while tidying up."""
    global _asked  # noqa: PLW0603 - the signal belongs to the whole process, and so does having heard it
    if _asked:
        _asked = False
        raise KeyboardInterrupt


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    global _asked  # noqa: PLW0603
    _asked = True
    raise KeyboardInterrupt

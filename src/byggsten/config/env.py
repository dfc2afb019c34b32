"""Typed reading of environment variables; a bad value stops the start with a sentence."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

YES, NO = ("1", "ja", "true", "yes", "på"), ("0", "nej", "false", "no", "av", "")


class WrongSetting(Exception):
    """An environment variable is missing or cannot be read; the text says what to write."""


def text(name: str, default: str | None = None) -> str:
    """The value as written.  Without a default the variable is demanded."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value.strip()):
        raise WrongSetting(f"Miljövariabeln {name} saknas. Sätt den innan du startar Byggsten.")
    return value.strip()


def flag(name: str, *, default: bool = False) -> bool:
    """Yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word not in YES + NO:
        raise WrongSetting(f"Miljövariabeln {name} är «{value}». Skriv ja eller nej.")
    return word in YES


def whole(name: str, default: int, *, least: int = 0) -> int:
    """A whole number, at least ``least``."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal() or int(value) < least:
        raise WrongSetting(f"Miljövariabeln {name} är «{value}». Skriv ett heltal som är minst {least}.")
    return int(value)


def words(name: str, default: str = "") -> tuple[str, ...]:
    """Words with commas between them."""
    return tuple(word.strip() for word in os.environ.get(name, default).split(",") if word.strip())


def folder(name: str, default: Path) -> Path:
    """A folder, made if it does not exist, closed to other users of the machine."""
    path = Path(os.environ.get(name, "").strip() or default).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as cause:
        raise WrongSetting(
            f"Mappen {path} går inte att skapa ({cause.strerror}). Ange en annan mapp i {name}."
        ) from cause
    return path


def secret(name: str, place: Path, *, demanded: bool) -> str:
    """A secret from the environment, or one made at the first start that only its owner may read."""
    given = os.environ.get(name, "").strip()
    if given or demanded:
        if len(given) < 50:
            raise WrongSetting(f"Miljövariabeln {name} saknas eller är kort. Ange minst 50 slumpvisa tecken.")
        return given
    if not place.exists():
        # A temporary file is its owner's alone from the start.
        handle, name_of_draft = tempfile.mkstemp(dir=place.parent)
        draft = Path(name_of_draft)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            # Two processes may start at once; a link is whole or absent, and the first one counts.
            os.link(draft, place)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return place.read_text().strip()

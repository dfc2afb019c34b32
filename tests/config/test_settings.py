"""The settings of an installation: strict in production."""

import os
import runpy
import subprocess
import sys

import pytest

from byggsten.config import settings
from byggsten.config.env import WrongSetting

LONG = "s3kret-" * 10
PRODUCTION = {
    "BYGGSTEN_PRODUCTION": "ja",
    "SECRET_KEY": LONG,
    "BYGGSTEN_HOSTS": "byggsten.example.se",
    "DATABASE_URL": "postgresql://byggsten@db/byggsten",
}


@pytest.fixture
def settings_with(monkeypatch, tmp_path):
    """The settings with these environment variables and no other of ours."""
    ours = [name for name in os.environ if name.startswith("BYGGSTEN_")]
    for name in (*ours, "SECRET_KEY", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BYGGSTEN_DATA", str(tmp_path))

    def read(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(settings.__file__)

    return read


def test_out_of_the_box_it_answers_this_machine_only_and_keeps_its_own_files(settings_with, tmp_path):
    found = settings_with()
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert found["DATABASES"]["default"]["NAME"] == f"{tmp_path}/byggsten.sqlite3"
    assert not found["DEBUG"]
    assert found["SECRET_KEY"] == settings_with()["SECRET_KEY"]
    assert (found["SESSION_COOKIE_AGE"], found["SESSION_LONGEST"].total_seconds()) == (15 * 60, 10 * 3600)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY saknas"),
        ({"BYGGSTEN_HOSTS": ""}, "BYGGSTEN_HOSTS saknas"),
        ({"BYGGSTEN_DEBUG": "ja"}, "BYGGSTEN_DEBUG visar personuppgifter"),
        ({"BYGGSTEN_DEMO": "ja"}, "BYGGSTEN_DEMO visar lösenord"),
    ],
)
def test_production_refuses_to_start(settings_with, change, sentence):
    assert settings_with(**PRODUCTION)["SESSION_COOKIE_SECURE"]
    with pytest.raises(WrongSetting, match=sentence):
        settings_with(**PRODUCTION | change)


def test_the_deployment_check_has_nothing_to_say(tmp_path):
    # Nor what the browser tests need of Django in this process.
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BYGGSTEN_", "DJANGO_ALLOW_"))}
    ours = {"BYGGSTEN_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": settings.__name__}
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "INFO"],
        env=clean | PRODUCTION | ours,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout

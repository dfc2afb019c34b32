"""What must never be committed: one machine's paths, registries' addresses, other people's files, secrets."""

from __future__ import annotations

import re

from tests.repo.tree import ROOT, files, name

# Written in two halves, so that this file does not find itself.
_HOMES = "|".join(["wo" + r"rk/(?:main|shared|\.library)", "ro" + "ot", "ho" + r"me/\w+", "Us" + "ers"])
_HOSTS = [
    ("pypi", ".org"),
    ("pythonhosted", ".org"),
    ("npmjs", ".org"),
    ("yarnpkg", ".com"),
    ("deb.debian", ".org"),
    ("jsdelivr", ".net"),
    ("unpkg", ".com"),
    ("fonts.googleapis", ".com"),
]
FORBIDDEN = {
    "en sökväg på någons dator": rf"(?<![\w.])/(?:{_HOMES})/",
    "ett registers adress": "|".join(re.escape(host + end) for host, end in _HOSTS),
    "en nyckel": r"-----BEGIN [A-Z ]*PRIVATE " + "KEY",
}
_TEXT = {
    ".py",
    ".toml",
    ".txt",
    ".md",
    ".yaml",
    ".yml",
    ".json",
    ".html",
    ".css",
    ".js",
    ".sh",
    ".po",
    ".csv",
    "",
}


def test_nothing_of_one_machine_is_committed():
    found = []
    for path in files():
        if path.suffix not in _TEXT:
            continue
        text = path.read_text(errors="replace")
        found += [
            f"{name(path)}: {what}: {m[0]}" for what, p in FORBIDDEN.items() for m in re.finditer(p, text)
        ]
    assert not found, "\n".join(found)


def test_other_peoples_files_are_fetched_not_committed():
    assert not [
        name(p) for p in files() if "vendor" in p.parts or "node_modules" in p.parts or p.suffix == ".woff2"
    ]


def test_files_are_small_enough_to_review():
    large = [f"{name(p)}: {p.stat().st_size:,} byte" for p in files() if p.stat().st_size > 400_000]
    assert not large


def test_no_catchall_names():
    """A file is named after a thing of the domain; these names say that nobody knew which."""
    catchall = {"utils", "util", "helpers", "helper", "managers", "common", "misc"}
    files_only = {"manager", "tools"}  # As folders: the manager's desk, and what is only run by hand.
    named = [p for p in files(suffix=".py") if p.stem in catchall | files_only or p.parent.name in catchall]
    assert not [name(p) for p in named]


def test_scripts_can_be_run():
    scripts = [*(ROOT / "scripts").glob("*.sh"), ROOT / ".ci" / "run"]
    assert not [
        name(p) for p in scripts if p.name not in {"say.sh", "python.sh"} and not p.stat().st_mode & 0o111
    ]

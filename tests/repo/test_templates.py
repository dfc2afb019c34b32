"""Every template is used, and every one that is named exists."""

from __future__ import annotations

import re

from tests.repo.tree import files, name

TEMPLATES = {
    name(p).split("/templates/")[1]: p for p in files(under="src", suffix=".html") if "/templates/" in name(p)
}
_NAMED = re.compile(r"""["']([\w./-]+\.(?:html|txt))["']""")
_COMPONENT = re.compile(r"<c-([\w.-]+)")


def _named() -> set[str]:
    found = set()
    for path in files(under="src"):
        if path.suffix not in {".py", ".html"} or not path.is_file():
            continue
        text = path.read_text()
        found |= set(_NAMED.findall(text))
        for tag in _COMPONENT.findall(text):
            place = f"cotton/{tag.replace('.', '/').replace('-', '_')}"
            found |= {f"{place}.html", f"{place}/index.html"}
    return found


# Django looks for these by itself: error pages, and the form renderer's parts.
_BY_DJANGO = re.compile(r"^(?:[45]\d\d(?:_csrf)?\.html|django/forms/.*)$")


def test_every_template_is_used():
    assert not sorted(t for t in set(TEMPLATES) - _named() if not _BY_DJANGO.match(t))


def test_every_component_exists():
    tags = {tag for path in TEMPLATES.values() for tag in _COMPONENT.findall(path.read_text())} - {
        "vars",
        "slot",
    }
    places = {f"cotton/{tag.replace('.', '/').replace('-', '_')}" for tag in tags}
    assert not sorted(
        p for p in places if f"{p}.html" not in TEMPLATES and f"{p}/index.html" not in TEMPLATES
    )

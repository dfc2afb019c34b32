"""The import contracts speak of the folders that exist, all of them and no others."""

from tests.repo.tree import PACKAGE, files, pyproject


def _contract(name: str) -> dict:
    (found,) = [c for c in pyproject()["tool"]["importlinter"]["contracts"] if c["name"].startswith(name)]
    return found


def _listed(layers: list[str]) -> set[str]:
    return {part.strip() for layer in layers for part in layer.replace("|", ":").split(":")}


def _modules(folder: str) -> set[str]:
    """Packages and modules directly in a folder of the package that hold Python."""
    base = PACKAGE / folder
    found = {path.relative_to(base).parts[0] for path in files(suffix=".py") if path.is_relative_to(base)}
    return {part.removesuffix(".py") for part in found} - {"__init__", "__main__"}


def test_the_floors_are_the_folders():
    assert _listed(_contract("Floors")["layers"]) == _modules("")


def test_the_tower_is_the_domain():
    assert _listed(_contract("The domain is a tower")["layers"]) == _modules("domain")


def _kept_apart(name: str) -> set[str]:
    """Last names of the modules of an independence contract; none while there is no such contract."""
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    return {m.rsplit(".", 1)[1] for c in contracts if c["name"].startswith(name) for m in c["modules"]}


def _folders(floor: str) -> set[str]:
    return {path.parent.name for path in (PACKAGE / floor).glob("*/__init__.py")}


def test_every_gateway_is_kept_apart():
    assert _kept_apart("Other systems do not know each other") == _folders("gateways")


def test_every_desk_is_kept_apart():
    """A desk is a folder of pages; `parts` holds what desks share."""
    assert _kept_apart("Desks do not know each other") == _folders("web") - {"parts", "templatetags"}

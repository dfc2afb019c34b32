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


def test_the_gateways_are_the_folders():
    listed = {module.rsplit(".", 1)[1] for module in _contract("Other systems")["modules"]}
    packages = {path.parent.name for path in (PACKAGE / "gateways").glob("*/__init__.py")}
    assert listed == packages


def test_the_desks_are_the_folders():
    listed = {module.rsplit(".", 1)[1] for module in _contract("Desks")["modules"]}
    desks = {path.parent.name for path in (PACKAGE / "web").glob("*/__init__.py")}
    assert listed == desks - {"parts", "templatetags"}

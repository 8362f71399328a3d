"""The layout of the package: what the import contracts do not hold."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

import pytest

import jiedu

PACKAGE = Path(jiedu.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MODEL = sorted((PACKAGE / "model").glob("*.py"))


def imported(path: Path) -> set[str]:
    """The full names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODEL, ids=name_of)
def test_the_model_needs_the_standard_library_only(path: Path) -> None:
    foreign = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("jiedu.model")
    }
    assert not foreign


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_are_absolute(path: Path) -> None:
    assert not {name for name in imported(path) if name.startswith(".")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_inner_modules_do_not_import_the_public_door(path: Path) -> None:
    assert path == PACKAGE / "__init__.py" or "jiedu" not in imported(path)


def test_every_stage_has_its_floor() -> None:
    """A new folder stands in the layers of the import contracts before it is written."""
    settings = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    floors = {name.strip() for layer in layers for name in layer.split("|")}
    folders = {f"jiedu.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert folders - floors <= {"jiedu.samples"}  # data, which imports nothing

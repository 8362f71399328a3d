"""The tree that the errors' docstring draws is the one that there is."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import jiedu
from jiedu import errors

_BRANCH = re.compile(r"^((?:[│ ] {3})*)[├└]── (\w+)", re.M)


def drawn() -> dict[str, str]:
    """Each error with the one it is drawn under."""
    parents = ["JieduError"]
    found = {}
    for indent, name in _BRANCH.findall(errors.__doc__ or ""):
        depth = len(indent) // 4 + 1
        found[name] = parents[depth - 1]
        parents[depth:] = [name]
    return found


def defined() -> dict[str, str]:
    """Each error of jiedu with the one it is made from."""
    for module in walk_packages(jiedu.__path__, "jiedu."):
        # a migration step runs within alembic only, and the other is the command itself
        if ".migrations." not in module.name and not module.name.endswith("__main__"):
            import_module(module.name)
    found, waiting = {}, [errors.JieduError]
    for parent in waiting:
        for child in parent.__subclasses__():
            if child.__module__.startswith("jiedu."):
                found[child.__name__] = parent.__name__
                waiting.append(child)
    return found


def test_the_tree_drawn_is_the_tree_that_is() -> None:
    assert drawn() == defined()

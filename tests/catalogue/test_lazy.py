"""Importing the catalogue reads none of its tables."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys

import jiedu.catalogue

read = [
    name
    for name, module in sys.modules.items()
    if name.startswith("jiedu.catalogue.")
    for value in vars(module).values()
    if hasattr(value, "cache_info") and value.cache_info().currsize
]
sys.exit(", ".join(read) or None)
"""


def test_no_table_is_read_at_import() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

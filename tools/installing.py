"""Programs of the system that tests need: installed where that can be done."""

from __future__ import annotations

import os
import shutil
import subprocess

_WAIT = ("-o", "DPkg::Lock::Timeout=240")  # another process of the same tests may be installing
_LONGEST = 600  # seconds


def install(*packages: str) -> bool:
    """Install packages of Debian; whether they are there afterwards.

    Args:
        packages: their names.
    """
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    wanted = ("install", "--yes", "--no-install-recommends", *packages)
    return _apt(*wanted) or (_apt("update") and _apt(*wanted))


def _apt(*words: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ("apt-get", *_WAIT, *words)
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=_LONGEST, env=environment
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

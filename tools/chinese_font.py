"""A font with Chinese characters for tests of pictures; a small one is installed where none is."""

from __future__ import annotations

import os
import shutil
import subprocess

from jiedu.briefings import FontError
from jiedu.briefings.fonts import Font, find_font

PACKAGE = "fonts-wqy-microhei"
"""Debian's smallest with all characters of the releases: a download of 2 MB."""


def font() -> Font | None:
    """A font, or ``None`` where there is none and none can be installed."""
    try:
        return find_font()
    except FontError:
        if not _is_superuser() or not shutil.which("apt-get"):
            return None
    # another process of the same tests may be installing it
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    command = ["apt-get", *wait, "install", "--yes", "--no-install-recommends", PACKAGE]
    subprocess.run(command, capture_output=True, check=False, timeout=300)
    try:
        return find_font()
    except FontError:
        return None


def _is_superuser() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0

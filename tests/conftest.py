"""How the property tests draw their cases.

The gate must say the same of the same commit twice, so cases are drawn from each test's own
name. To hunt for new ones, draw at random: `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")

"""What can fail where a model is asked; `jiedu.errors` draws the whole tree.

No message holds the endpoint's address, the key, or anything the endpoint said.
"""

from __future__ import annotations

from jiedu.errors import InputError, JieduError


class SettingsError(InputError):
    """The endpoint of a model is not set, or is set to what cannot be used."""


class AssistError(JieduError):
    """A model gave no answer, or none that can be used; the grammar's reading stands."""

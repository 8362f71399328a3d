"""A model of the user's own, asked to point at words; what it says is never taken on trust."""

from jiedu.assist.asking import Assistant
from jiedu.assist.failures import AssistError, SettingsError
from jiedu.assist.reading import Helped, Refusal, assist
from jiedu.assist.settings import Settings, settings_of
from jiedu.assist.suggesting import Suggestion, suggest

__all__ = [
    "AssistError",
    "Assistant",
    "Helped",
    "Refusal",
    "Settings",
    "SettingsError",
    "Suggestion",
    "assist",
    "settings_of",
    "suggest",
]

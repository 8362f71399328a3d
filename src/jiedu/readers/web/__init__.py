"""An address on the web → the bytes that stand there, from public places only, within limits."""

from jiedu.readers.web.failures import FetchError
from jiedu.readers.web.fetched import Fetched, Seen
from jiedu.readers.web.fetching import fetch
from jiedu.readers.web.links import is_link
from jiedu.readers.web.rules import Limits, Rules

__all__ = ["FetchError", "Fetched", "Limits", "Rules", "Seen", "fetch", "is_link"]

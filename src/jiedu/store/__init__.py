"""An append-only store of releases, their versions and figures, in one SQLite file."""

from jiedu.store.names import plain_name
from jiedu.store.saved import Saved
from jiedu.store.view import View

__all__ = ["Saved", "View", "plain_name"]

"""Sources that are watched: what is new in them, what does not agree, what became of plans."""

from jiedu.pipeline.watching.failures import DeliveryError
from jiedu.pipeline.watching.state import WatchState
from jiedu.pipeline.watching.watcher import Batch, Watcher
from jiedu.pipeline.watching.webhook import Webhook

__all__ = ["Batch", "DeliveryError", "WatchState", "Watcher", "Webhook"]

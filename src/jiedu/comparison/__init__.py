"""Two releases → what moved, what is new, what is gone. Nothing outside is touched."""

from jiedu.comparison.compare import compare

__all__ = ["compare"]

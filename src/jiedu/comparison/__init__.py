"""Two releases → what moved, what is new, what is gone. Nothing outside is touched."""

from jiedu.comparison.compare import compare
from jiedu.comparison.parts import Moves, Parts, is_swapped, parts_of
from jiedu.comparison.rewording import Reworded, reworded

__all__ = ["Moves", "Parts", "Reworded", "compare", "is_swapped", "parts_of", "reworded"]

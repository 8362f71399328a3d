"""Questions → answers whose every figure is cited."""

from jiedu.questions.answering import ask
from jiedu.questions.saying import phrase

__all__ = ["ask", "phrase"]

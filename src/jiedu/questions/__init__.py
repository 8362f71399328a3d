"""Questions → answers whose every figure is cited."""

from jiedu.questions.answering import ask
from jiedu.questions.saying import phrase
from jiedu.questions.understanding import names_nothing

__all__ = ["ask", "names_nothing", "phrase"]

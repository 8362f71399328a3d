"""Questions → answers whose every figure is cited."""

from jiedu.questions.answering import ask
from jiedu.questions.saying import phrase
from jiedu.questions.understanding import names_nothing
from jiedu.questions.words import is_english

__all__ = ["ask", "is_english", "names_nothing", "phrase"]

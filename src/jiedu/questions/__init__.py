"""Questions → answers whose every figure is cited."""

from jiedu.questions.answering import ask

__all__ = ["ask"]

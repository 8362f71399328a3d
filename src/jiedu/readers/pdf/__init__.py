"""A PDF file → its text, from its layer of text; a scanned one has none and is refused."""

from jiedu.readers.pdf.reading import pdf_text

__all__ = ["pdf_text"]

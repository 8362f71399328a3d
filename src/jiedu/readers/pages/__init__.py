"""A page of the web → its text, its title, its date and its publisher."""

from jiedu.readers.pages.reading import read_page

__all__ = ["read_page"]

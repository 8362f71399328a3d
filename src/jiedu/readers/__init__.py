"""Bytes → releases: texts, pages, documents, folders, collections, addresses of the web.

Tables are read by ``jiedu.readers.tables``.
"""

from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode
from jiedu.readers.sources import paths_in, read_file, read_link, read_sources, read_text

__all__ = [
    "decode",
    "parse_date",
    "paths_in",
    "read_file",
    "read_link",
    "read_sources",
    "read_text",
]

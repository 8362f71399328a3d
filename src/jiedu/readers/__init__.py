"""Bytes → releases: texts, folders, collections."""

from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode
from jiedu.readers.sources import read_file, read_sources, read_text
from jiedu.readers.tables import read_tables

__all__ = ["decode", "parse_date", "read_file", "read_sources", "read_tables", "read_text"]

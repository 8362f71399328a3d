"""Bytes → releases: texts, folders, collections. Tables are read by ``jiedu.readers.tables``."""

from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode
from jiedu.readers.sources import read_file, read_sources, read_text

__all__ = ["decode", "parse_date", "read_file", "read_sources", "read_text"]

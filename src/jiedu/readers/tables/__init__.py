"""Official statistical tables → records: CSV, XLSX, HTML, and jiedu's own exports."""

from jiedu.readers.tables.reading import read_tables

__all__ = ["read_tables"]

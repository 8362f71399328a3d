"""Inputs nobody would write, for everything that reads: see ``tools/fuzz.py``."""

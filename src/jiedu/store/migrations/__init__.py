"""Older stores → the present schema, step by step; a new store is made at once."""

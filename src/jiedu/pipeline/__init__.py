"""A release through all stages: process() is pure; ``jiedu.pipeline.saving`` writes."""

from jiedu.pipeline.processing import numerals, process

__all__ = ["numerals", "process"]

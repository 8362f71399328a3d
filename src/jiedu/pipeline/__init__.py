"""A release through all stages: process() is pure; ``jiedu.pipeline.saving`` writes."""

from jiedu.pipeline.processing import process

__all__ = ["process"]

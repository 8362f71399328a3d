"""Plan sentences → the measures they announce."""

from jiedu.extraction.commitments.commit import commit

__all__ = ["commit"]

"""Feeds and pages that list releases → where the releases stand; what a site lets visitors ask."""

from jiedu.readers.listings.feeds import is_feed, read_feed
from jiedu.readers.listings.pages import looks_listed, read_list
from jiedu.readers.listings.visitor import Visitor

__all__ = ["Visitor", "is_feed", "looks_listed", "read_feed", "read_list"]

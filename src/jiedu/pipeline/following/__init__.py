"""Feeds, pages that list releases, pages and folders → what of them was not read yet."""

from jiedu.pipeline.following.follower import Bounds, Follower
from jiedu.pipeline.following.places import alone, beside
from jiedu.pipeline.following.state import FollowState

__all__ = ["Bounds", "FollowState", "Follower", "alone", "beside"]

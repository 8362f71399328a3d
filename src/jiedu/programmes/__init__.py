"""Where releases name programmes, and the names that the catalogue does not know yet."""

from jiedu.programmes.accepting import Accepted, accept
from jiedu.programmes.mentions import Usage, count_mentions, search
from jiedu.programmes.proposals import Proposal, propose

__all__ = ["Accepted", "Proposal", "Usage", "accept", "count_mentions", "propose", "search"]

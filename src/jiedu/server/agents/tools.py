"""All tools."""

from jiedu.server.agents.answers import ASK
from jiedu.server.agents.checks import CHECK_TEXT, LIST_FINDINGS
from jiedu.server.agents.compared import COMPARE_RELEASES
from jiedu.server.agents.figures import GET_SERIES, LIST_OBSERVATIONS
from jiedu.server.agents.ledger import LIST_COMMITMENTS
from jiedu.server.agents.panel import GET_PANEL
from jiedu.server.agents.releases import GET_RELEASE, SEARCH_RELEASES

TOOLS = {
    tool.name: tool
    for tool in (
        ASK, SEARCH_RELEASES, GET_RELEASE, GET_SERIES, LIST_OBSERVATIONS, GET_PANEL,
        LIST_COMMITMENTS, COMPARE_RELEASES, CHECK_TEXT, LIST_FINDINGS,
    )
}  # fmt: skip
"""Ten tools by name, those that most questions need first."""

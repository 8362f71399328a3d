"""Tools for agents: the questions of the API, under the Model Context Protocol.

Nothing is imported here, so that the API needs no SDK of the protocol.
"""

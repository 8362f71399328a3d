"""The HTTP side of jiedu: an API over one store, for programs of this machine.

Nothing is imported here, so that tokens can be made where the extra ``serve`` is not installed.
"""

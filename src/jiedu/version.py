"""The version of jiedu."""

VERSION = "0.1.0"

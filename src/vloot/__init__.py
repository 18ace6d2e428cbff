"""Vloot: the social platform for a company that starts inside."""

__version__ = "0.1.0"

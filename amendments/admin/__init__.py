"""The editors' admin: one module for each group of content."""

from amendments.admin import (
    amendments,
    context,
    law,
    official_editions,
    panels,
    reports,
    translations,
    who_did_what,
)

__all__ = [
    "amendments",
    "context",
    "law",
    "official_editions",
    "panels",
    "reports",
    "translations",
    "who_did_what",
]

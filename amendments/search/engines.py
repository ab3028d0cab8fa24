"""Which database answers."""

from django.db import connection

from amendments.search.engine import Engine
from amendments.search.postgresql import PostgreSQL
from amendments.search.sqlite import SQLite


def engine() -> Engine:
    """Return the engine for the database in use."""
    return {"postgresql": PostgreSQL, "sqlite": SQLite}[connection.vendor]()

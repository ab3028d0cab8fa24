from django.test.utils import CaptureQueriesContext


def statements(queries: CaptureQueriesContext) -> int:
    """Count what is asked of the database, not where its transactions begin and end."""
    edges = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(edges) for query in queries.captured_queries)

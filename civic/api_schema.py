"""What the OpenAPI document says of each noun."""

from typing import Any

from amendments.api.schema import first_paragraph


def describe_tags(result: Any, **kwargs: Any) -> Any:
    """Add the collections in the order of the root, each with what it holds."""
    from civic.api import collections

    tags = [{"name": name, "description": first_paragraph(c)} for name, c in collections.items()]
    return {**result, "tags": tags}

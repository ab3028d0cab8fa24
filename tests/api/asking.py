"""Asking the API as a program would."""

from typing import Any

from django.test import Client

API = "/api/v1/"


def get(client: Client, address: str = "", status: int = 200, **query: Any) -> Any:
    """Return the JSON at an address below /api/v1/; in English unless `lang` says otherwise."""
    response = client.get(f"{API}{address}", {"lang": "en", **query})
    assert response.status_code == status, response.content.decode()
    return response.json()


def results(client: Client, address: str, **query: Any) -> list[Any]:
    found: list[Any] = get(client, address, **query)["results"]
    return found


def problem(client: Client, address: str, status: int = 400, **query: Any) -> dict[str, Any]:
    """Return the one problem of a request that is refused."""
    refused = get(client, address, status, **query)
    assert refused["status"] == status
    (found,) = refused["problems"]
    assert found["message"]
    return dict(found)

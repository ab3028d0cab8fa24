"""A step of a review, taken in the admin as its buttons do."""

from typing import Any

from django.test import Client

from amendments.wording import wording_of


def taken(client: Client, text: Any, verb: str, **sent: str) -> str:
    """Take it with what is there now as what was seen; return what the page says then."""
    opts = text._meta
    address = f"/admin/{opts.app_label}/{opts.model_name}/{text.pk}/step/"
    response = client.post(address, {"verb": verb, "seen": wording_of(text)} | sent, follow=True)
    return response.content.decode()

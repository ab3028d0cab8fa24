"""Write down what the API answers: the OpenAPI document, with real answers as its examples."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.test import Client, override_settings

from amendments.api.schema import EXAMPLES, examples
from civic.api_docs import DOCUMENT

SITE = "https://atazan.example"
MOST = 2  # Of a list within an example
ONES = {
    "constitutions": "1995",
    "articles": "1995-article-4",
    "provisions": "1995-art-4-1",
    "amending-laws": "2022-06",
    "amendments": "art-4-1-constitutional-court-rulings",
    "topics": "constitutional-court",
    "referendums": "2022-06",
    "institutions": "constitutional-court",
}
# The log of corrections is empty as long as nothing was wrong: told so, not taken from it
MADE_UP = {
    "corrections": {
        "slug": "a-wrong-number",
        "date": "2026-12-01",
        "page": "/referendum/",
        "title": "An example: a wrong number",
        "language": "en",
        "what_was_wrong": {"text": "The page named 98 seats.", "language": "en"},
        "what_it_says_now": {"text": "It names 107 seats.", "language": "en"},
        "changed": "2026-12-01T10:00:00+05:00",
        "url": f"{SITE}/en/corrections/#a-wrong-number",
        "api_url": f"{SITE}/api/v1/corrections/a-wrong-number/",
    }
}
ALSO = {
    "root": "",
    "search": "search/?q=constitutional+court&page_size=2&lang=en",
    "amendments_redline_retrieve": "amendments/art-4-1-constitutional-court-rulings/redline/"
    "?lang=en",
}


class Command(BaseCommand):
    help = (
        "Write docs/openapi.yaml from the code; with --examples also docs/api-examples.json, from "
        "the content of the database. Safe to run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--examples", action="store_true")

    def handle(self, *, examples: bool, **options: Any) -> None:
        if examples:
            write_examples()
        call_command("spectacular", lang="en", file=str(DOCUMENT), validate=True, fail_on_warn=True)


def write_examples() -> None:
    with override_settings(ALLOWED_HOSTS=["*"], API_REQUESTS_PER_MINUTE=10_000):
        found = dict(_answers(Client(SERVER_NAME="atazan.example", headers={"accept": "*/*"})))
    text = json.dumps(found, ensure_ascii=False, indent=1)
    text = text.replace("http://atazan.example", SITE).replace(settings.SITE_URL, SITE)
    EXAMPLES.write_text(text + "\n", encoding="utf-8")
    examples.cache_clear()


def _answers(client: Client) -> Iterator[tuple[str, Any]]:
    from civic.api import collections

    def ask(address: str) -> Any:
        response = client.get(f"/api/v1/{address}", secure=False, follow=False)
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.content.decode()}")
        return response.json()

    for name in collections:
        operation = name.replace("-", "_")
        some = ask(f"{name}/?lang=en&page_size=1")["results"]
        if not some and name in MADE_UP:
            yield f"{operation}_list", MADE_UP[name]
            yield f"{operation}_retrieve", MADE_UP[name]
            continue
        [listed] = some
        slug = ONES.get(name, listed["slug"])
        yield f"{operation}_list", shortened(listed)
        yield f"{operation}_retrieve", shortened(ask(f"{name}/{slug}/?lang=en"))
    for operation, address in ALSO.items():
        yield operation, shortened(ask(address))
    chosen = ask("questions/?type=single&lang=en&page_size=1")["results"][0]["slug"]
    graded = ask(f"questions/{chosen}/grade/?answer=a&lang=en")
    yield "questions_grade_retrieve", shortened(graded)


def shortened(value: Any) -> Any:
    if isinstance(value, list):
        return [shortened(each) for each in value[:MOST]]
    if isinstance(value, dict):
        return {name: shortened(each) for name, each in value.items()}
    return value

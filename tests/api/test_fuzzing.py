"""Every address of the API before whatever its schema allows, and what it does not allow.

Bounded here; `make fuzz` asks a thousand times as much. Each answer is held to the schema, to its
status and to its type, and none may be a fault of ours.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django import Settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from amendments.api.schema import examples
from civic.api_docs import DOCUMENT
from civic.wsgi import application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

IS_LONG = settings.get_current_profile_name() == "fuzz"
EXAMPLES = settings().max_examples if IS_LONG else 8  # For each address and mode

PLAIN = {"Accept-Encoding": "identity"}  # What reads the answers here does not unpack them

# Whether an answer fits depends on its question, which a schema cannot say
DEPENDS_ON_MORE: dict[str, list[Any]] = {"questions_grade_retrieve": [positive_data_acceptance]}

schema = schemathesis.openapi.from_path(DOCUMENT)
schema.app = application
OPERATIONS = {
    operation.definition.raw["operationId"]: operation
    for operation in (found.ok() for found in list[Any](schema.get_all_operations()))
}


@pytest.fixture(autouse=True)
def _the_transaction_outlives_a_request() -> Iterator[None]:
    """Keep the connection open between requests, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("name", OPERATIONS)
def test_no_request_whatever_brings_a_fault_or_an_answer_unlike_its_schema(
    settings: Settings, name: str, mode: GenerationMode
) -> None:
    settings.API_REQUESTS_PER_MINUTE = 10_000_000
    excluded = DEPENDS_ON_MORE.get(name, [])

    @given(case=OPERATIONS[name].as_strategy(generation_mode=mode))
    @bounded
    def ask(case: schemathesis.Case) -> None:
        if mode == GenerationMode.POSITIVE and "slug" in case.path_parameters:
            case.path_parameters["slug"] = one_there_is(name)
        case.call_and_validate(headers=PLAIN, excluded_checks=excluded)

    ask()


bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
    database=None,
)


def one_there_is(operation: str) -> str:
    """Return a slug from the example of an operation, of the question for one that grades it."""
    example = examples()[operation]
    if operation == "questions_grade_retrieve":
        return str(example["question"])
    address: str = example["api_url"]
    return address.removesuffix("redline/").rstrip("/").rpartition("/")[2]

"""The OpenAPI document: as the code has it, valid, with examples that are true to it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from amendments.api.schema import examples
from civic.api import collections
from civic.api_docs import DOCUMENT, document
from civic.management.commands.write_api_schema import MADE_UP
from tests.api.asking import get


def operations() -> dict[str, Any]:
    return {path["get"]["operationId"]: path["get"] for path in document()["paths"].values()}


def test_the_committed_document_is_what_the_code_says(tmp_path: Any) -> None:
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", lang="en", file=str(made), fail_on_warn=True)

    assert made.read_text("utf-8") == DOCUMENT.read_text("utf-8"), "make api-schema writes it anew"


def test_it_is_valid_openapi_3_1() -> None:
    validate_schema(document())
    assert document()["openapi"] == "3.1.0"


def test_every_operation_and_parameter_is_described_and_every_operation_has_an_example() -> None:
    silent = [
        (name, parameter.get("name"))
        for name, operation in operations().items()
        for parameter in [operation, *operation["parameters"]]
        if not parameter.get("description")
    ]
    assert [name for name, each in operations().items() if not each.get("summary")] == []

    assert silent == []
    assert set(examples()) == set(operations())
    assert {tag["name"] for tag in document()["tags"]} == set(collections)


@pytest.mark.parametrize("operation", operations())
def test_an_example_is_an_answer_as_the_schema_has_it(operation: str) -> None:
    answer = operations()[operation]["responses"]["200"]["content"]["application/json"]
    schema = {**answer["schema"], "components": document()["components"]}
    validator = Draft202012Validator(schema)

    for example in answer["examples"].values():
        validator.validate(example["value"])


@pytest.mark.django_db
@pytest.mark.usefixtures("shipped_content")
@pytest.mark.parametrize("name", collections)
def test_the_first_page_and_the_last_are_answers_as_json_schema_has_it(
    client: Client, name: str
) -> None:
    """As JSON Schema alone has it: the fuzzer also honours words that OpenAPI 3.1 dropped."""
    operation = operations()[f"{name.replace('-', '_')}_list"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**answer, "components": document()["components"]})

    first = get(client, f"{name}/", page_size=1)
    last = get(client, f"{name}/", page_size=1, page=max(1, first["count"]))

    assert (first["previous"], last["next"]) == (None, None)
    for page in (first, last):
        validator.validate(page)


def test_no_schema_has_words_that_openapi_3_1_dropped() -> None:
    assert "nullable" not in set(keys_of(document()))


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from keys_of(each)


@pytest.mark.django_db
@pytest.mark.usefixtures("shipped_content")
def test_examples_are_of_what_there_is(client: Client) -> None:
    for operation, example in examples().items():
        if operation.endswith("_retrieve") and "api_url" in example:
            path = example["api_url"].partition("atazan.example")[2]
            answer = client.get(path)
            if example in MADE_UP.values():
                assert answer.status_code == 404, "there is a real one now: make api-schema"
            else:
                assert answer.json().keys() == example.keys(), operation


@pytest.mark.django_db
def test_it_is_served_as_json_and_as_yaml(client: Client) -> None:
    as_json = client.get("/api/schema/")
    as_yaml = client.get("/api/schema/?format=yaml")
    by_header = client.get("/api/schema/", headers={"Accept": "application/yaml"})

    assert as_json["Content-Type"] == "application/json"
    assert json.loads(as_json.content) == document()
    assert yaml.safe_load(as_yaml.content) == yaml.safe_load(by_header.content) == document()


@pytest.mark.django_db
def test_a_problem_is_told_in_json_whatever_form_was_asked_for(client: Client) -> None:
    refused = client.get("/api/schema/?colour=red", headers={"Accept": "application/yaml"})

    assert (refused.status_code, refused["Content-Type"]) == (400, "application/json")
    assert refused.json()["problems"][0]["field"] == "colour"

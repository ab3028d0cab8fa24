"""What cannot be understood is refused by name, in JSON, with what would be right."""

from typing import Any

import pytest
from django.test import Client

from amendments.models import State
from tests.api.asking import API, get, problem
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.context import VoiceFactory
from tests.factories.quiz import QuizFactory, a_single_choice

pytestmark = pytest.mark.django_db


def test_an_unknown_parameter_is_named_with_those_that_there_are(client: Client) -> None:
    found = problem(client, "amendments/", in_force="2022-06-08")

    assert (found["field"], found["given"]) == ("in_force", "2022-06-08")
    assert {"in_force_on", "law", "page_size", "fields"} <= set(found["allowed"])


@pytest.mark.parametrize(
    ("parameter", "given"),
    [
        ("in_force_on", "2022-02-30"),
        ("in_force_on", "2022-6-8"),
        ("in_force_on", "8 June 2022"),
        ("on", "0000-00-00"),
        ("on", "99999-01-01"),
        ("changed_since", "yesterday"),
        ("changed_since", "9999-12-31T23:59:59-23:59"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "first"),
        ("page", "9" * 400),
        ("page_size", "101"),
        ("page_size", "1e2"),
        ("kind", "changed"),
        ("ordering", "title"),
        ("fields", "slug,before"),
        ("fields", ","),
        ("fields", "slug,,title"),
        ("fields", "slug,"),
        ("law", "a\0b"),
        ("law", "x" * 200),
        ("article", "4\ud800".encode("utf-8", "surrogatepass")),
        ("search", "\0"),
        ("search", "x" * 101),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_the_name_of_its_parameter(
    client: Client, parameter: str, given: Any
) -> None:
    AmendmentFactory.create()

    assert problem(client, "amendments/", **{parameter: given})["field"] == parameter


def test_a_page_beyond_the_last_is_not_found_and_the_last_is_named(client: Client) -> None:
    AmendmentFactory.create()

    found = problem(client, "amendments/", 404, page=2)

    assert (found["field"], found["message"]) == ("page", "The last page is 1.")


def test_a_language_we_do_not_have_is_refused(client: Client) -> None:
    found = problem(client, "topics/", lang="de")

    assert (found["field"], found["given"]) == ("lang", "de")
    assert found["allowed"] == ["kk", "ru", "en"]


def test_a_name_that_there_is_not_is_told_from_one_with_nothing_to_show(client: Client) -> None:
    AmendmentFactory.create()
    TopicFactory.create(slug="empty")

    assert get(client, "amendments/", topic="empty")["count"] == 0
    found = problem(client, "amendments/", 404, topic="emty")
    assert (found["field"], found["allowed"]) == ("topic", ["empty", "parliament"])


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_what_is_not_published_is_as_unknown_as_what_there_is_not(
    client: Client, state: State
) -> None:
    hidden = {"slug": "hidden", "state": state}
    topic = TopicFactory.create(**hidden)
    question = a_single_choice(amendment=AmendmentFactory.create(topic=topic))
    QuizFactory.create(questions=[question], **hidden)
    AmendmentFactory.create(**hidden)
    VoiceFactory.create().topics.add(topic)

    for address, name in (
        ("amendments/", "topic"),
        ("articles/", "topic"),
        ("voices/", "topic"),
        ("quizzes/", "topic"),
        ("questions/", "quiz"),
        ("questions/", "amendment"),
    ):
        found = problem(client, address, 404, **{name: "hidden"})
        assert found == problem(client, address, 404, **{name: "hiddem"}) | {"given": "hidden"}
        assert "hidden" not in found["allowed"]


def test_every_problem_of_a_request_is_told_at_once(client: Client) -> None:
    refused = get(client, "amendments/", 400, page="x", on="x", colour="x")

    assert {each["field"] for each in refused["problems"]} == {"page", "on", "colour"}


def test_a_parameter_given_twice_is_refused(client: Client) -> None:
    found = problem(client, "amendments/", law=["2022-06", "2022-09"])

    assert (found["field"], found["message"]) == ("law", "Given more than once.")


def test_fields_are_taken_where_the_description_says_so(client: Client) -> None:
    AmendmentFactory.create(slug="one")
    a_single_choice(slug="asked")

    grading: Any = {"answer": "a", "fields": "grade"}
    assert get(client, "amendments/one/redline/", fields="words").keys() == {"words"}
    assert get(client, "questions/asked/grade/", **grading) == {"grade": 1.0}
    query: Any
    for address, query in (("", {}), ("search/", {"q": "law"}), ("constitutions/1995.xml", {})):
        assert problem(client, address, fields="slug", **query)["field"] == "fields"


def test_a_form_that_we_do_not_have_is_refused_with_those_that_there_are(client: Client) -> None:
    response = client.get(f"{API}topics/?lang=en", headers={"Accept": "text/csv"})

    assert response.status_code == 406
    (found,) = response.json()["problems"]
    assert (found["field"], found["given"]) == ("Accept", "text/csv")
    assert found["allowed"] == ["application/json"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_only_reading_is_possible(client: Client, method: str) -> None:
    response = getattr(client, method)(f"{API}topics/")

    assert response.status_code == 405
    assert response.json()["problems"][0]["field"] == "method"
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "address",
    ["nothing/", "amendments/no-such-slug/", "amendments/a%00b/", "topics/%FF/", "amendments/x/y/"],
)
def test_what_is_not_there_is_told_in_json(client: Client, address: str) -> None:
    response = client.get(f"{API}{address}")

    assert response.status_code == 404
    assert response.json()["problems"][0]["message"]
    assert response["Access-Control-Allow-Origin"] == "*"


def test_an_address_without_its_slash_leads_to_the_one_with_it(client: Client) -> None:
    response = client.get(f"{API}topics?lang=en")

    assert (response.status_code, response["Location"]) == (301, f"{API}topics/?lang=en")


def test_too_many_parameters_are_too_many(client: Client) -> None:
    response = client.get(f"{API}topics/?{'&'.join(f'a{n}=1' for n in range(1_200))}")

    assert response.status_code == 400
    assert response.json()["status"] == 400

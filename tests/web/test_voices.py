from typing import Any

import pytest
from django.test import Client

from amendments.models import State, Voice
from tests.factories import TopicFactory
from tests.factories.context import VoiceFactory
from tests.factories.votes import StatementFactory, cite

pytestmark = pytest.mark.django_db
PAGE = "/en/voices/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def found(client: Client, **query: str) -> list[str]:
    return [voice.slug for voice in client.get(PAGE, query).context["page"].results]


@pytest.fixture
def parliament() -> Any:
    return TopicFactory(slug="parliament", title_en="Parliament")


def test_voices_are_filtered_by_stance_and_topic(client: Client, parliament: Any) -> None:
    VoiceFactory(slug="for").topics.add(parliament)
    VoiceFactory(slug="against", stance="critical").topics.add(parliament)
    VoiceFactory(slug="on-the-vote", stance="critical", on_process=True)
    VoiceFactory(slug="on-the-world", on_geopolitics=True)
    VoiceFactory(slug="draft", state=State.DRAFT)

    assert sorted(found(client)) == ["against", "for", "on-the-vote", "on-the-world"]
    assert sorted(found(client, stance="critical")) == ["against", "on-the-vote"]
    assert sorted(found(client, topic="parliament")) == ["against", "for"]
    assert found(client, topic="parliament", stance="critical") == ["against"]
    assert found(client, topic="process") == ["on-the-vote"]
    assert found(client, topic="geopolitics") == ["on-the-world"]


def test_an_unknown_filter_is_left_out_and_said_so(client: Client) -> None:
    VoiceFactory(slug="for")

    html = words(client, stance="angry", topic="weather")

    assert found(client, stance="angry", topic="weather") == ["for"]
    assert "The address asks for a stance or topic that there is not; it was left out." in html


@pytest.mark.parametrize(
    ("stances", "said"),
    [
        (["supportive", "critical"], ""),
        (["supportive"], "On this topic we found no critical voice."),
        (["critical", "cautious"], "On this topic we found no supportive voice."),
        (["neutral"], "On this topic we found no supportive and no critical voice."),
    ],
)
def test_a_topic_without_one_of_the_two_sides_says_that_none_was_found(
    client: Client, parliament: Any, stances: list[str], said: str
) -> None:
    for stance in stances:
        VoiceFactory(stance=stance).topics.add(parliament)

    html = words(client, topic="parliament")

    assert client.get(PAGE, {"topic": "parliament"}).context["page"].balance.lacks == said
    assert said in html
    assert ("On this topic we found no" in html) == bool(said)


def test_the_balance_counts_what_was_said_of_2022_alone(client: Client, parliament: Any) -> None:
    VoiceFactory(stance="supportive").topics.add(parliament)
    VoiceFactory(stance="critical", about=Voice.About.CONSTITUTION_2026).topics.add(parliament)

    balance = client.get(PAGE).context["page"].balances[0]

    assert [(stance.value, number) for stance, number in balance.numbers] == [
        ("supportive", 1),
        ("cautious", 0),
        ("critical", 0),
        ("neutral", 0),
    ]
    assert "on the Constitution of 2026" in words(client)


def test_a_voice_is_shown_with_name_role_date_stance_and_source(client: Client) -> None:
    cite(VoiceFactory(slug="analyst"), "gazette")

    html = words(client)

    assert '<a href="/en/voices/analyst/">A. Analyst</a>' in html
    assert "Analyst at an institute" in html
    assert '<time datetime="2022-06-01">1 June 2022</time> · supportive' in html
    assert "Gazette" in html


def test_a_voice_has_a_page_that_names_what_it_speaks_of(client: Client, parliament: Any) -> None:
    voice = VoiceFactory(slug="analyst", on_process=True)
    voice.topics.add(parliament, TopicFactory(slug="draft", title_en="Draft", state=State.DRAFT))

    html = words(client, f"{PAGE}analyst/")

    assert "<h1>A. Analyst</h1>" in html
    assert '<a href="/en/topics/parliament/">Parliament</a>' in html
    assert 'href="/en/referendum/voices/"' in html
    assert "/en/topics/draft/" not in html
    assert client.get(f"{PAGE}nobody/").status_code == 404


def test_htmx_gets_the_results_alone(client: Client) -> None:
    part = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<section id="results"')
    assert "<main" not in part


@pytest.mark.parametrize("voices", [1, 3])
def test_the_voices_cost_the_same_for_any_number(
    client: Client, parliament: Any, voices: int, django_assert_num_queries: Any
) -> None:
    for voice in VoiceFactory.create_batch(voices):
        voice.topics.add(parliament)
        cite(voice, f"source-{voice.slug}")
        cite(StatementFactory(page="voices"), f"source-{voice.slug}")
    client.get(PAGE)

    with django_assert_num_queries(8):
        assert len(found(client, topic="parliament")) == voices
    with django_assert_num_queries(5):
        client.get(f"{PAGE}{voice.slug}/")


@pytest.mark.usefixtures("shipped_content")
def test_every_shipped_voice_is_on_one_of_the_pages(client: Client) -> None:
    first = client.get(PAGE).context["page"].results
    shown = [
        slug for number in first.paginator.page_range for slug in found(client, page=str(number))
    ]

    assert len(shown) == len(set(shown)) == 60

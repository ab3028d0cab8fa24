import re
from typing import Any

import pytest
from django.test import Client

from amendments.models import Citation, Source, Topic
from tests.factories import AmendmentFactory, ArticleFactory, ProvisionFactory, TopicFactory
from tests.factories.drawn import (
    ApplicantFactory,
    AppointmentFactory,
    InstitutionFactory,
    InstitutionNumberFactory,
    LawmakingStepFactory,
    VoiceFactory,
)

pytestmark = pytest.mark.django_db
TOPICS = [
    "audit",
    "constitutional-court",
    "elections",
    "final-provisions",
    "first-president",
    "judiciary",
    "lawmaking",
    "local-government",
    "natural-resources",
    "parliament",
    "president",
    "prosecutor-ombudsman",
    "rights",
]


def words(client: Client, path: str) -> str:
    return " ".join(client.get(path).content.decode().split())


def drawn_dots(html: str, colour: str, stroke: str) -> int:
    """Count the dots of the drawings (not of their keys) with this colour and lowest stroke."""
    html = re.sub(r'<svg class="mark".*?</svg>', "", html)
    paths = re.findall(f'<g class="{colour}"><path class="{stroke}" d="([^"]*)"/>', html)
    return sum(path.count("h0") for path in paths)


@pytest.fixture
def topic() -> Any:
    return TopicFactory(
        slug="rights",
        title_en="Rights",
        before_en="It was so.\n\nAnd so.",
        after_en="Then it was otherwise.",
        since_2026_en="It is otherwise again.",
        since_2026_articles="17(3)",
        since_2026_certainty="medium",
        since_2026_note_en="The election law was not read.",
    )


@pytest.mark.usefixtures("topic")
def test_the_list_leads_to_each_topic_and_counts_its_published_changes(client: Client) -> None:
    for state in ("published", "published", "draft"):
        AmendmentFactory(topic=Topic.objects.get(slug="rights"), state=state)
    TopicFactory(slug="hidden", title_en="Hidden", state="draft")

    html = words(client, "/en/topics/")

    assert '<a href="/en/topics/rights/">Rights</a>' in html
    assert '<span class="vh">changes: </span>2</b>' in html
    assert "Hidden" not in html


@pytest.mark.usefixtures("topic")
def test_a_topic_tells_the_three_times_in_order_with_how_sure_we_are(client: Client) -> None:
    html = words(client, "/en/topics/rights/")
    headings = re.findall(r"<h2>(.*?)</h2>", html)

    assert headings[:3] == [
        "Before the changes of 2022",
        "After the changes of 2022",
        "Since 1 July 2026",
    ]
    assert "<p>It was so.</p>" in html
    assert "Articles of the 2026 Constitution: 17(3)." in html
    assert "The election law was not read." in html
    assert "Certainty: medium" in html


@pytest.mark.parametrize("slug", ["hidden", "nowhere"])
def test_a_topic_that_is_not_published_is_not_there(client: Client, slug: str) -> None:
    TopicFactory(slug="hidden", state="withdrawn")

    assert client.get(f"/en/topics/{slug}/").status_code == 404


@pytest.mark.usefixtures("topic")
def test_a_topic_leads_to_the_one_after_it_and_the_last_one_to_none(client: Client) -> None:
    TopicFactory(slug="later", position=3, title_en="Later")
    TopicFactory(slug="next", position=2, title_en="Next")

    assert client.get("/en/topics/rights/").context["page"].following.slug == "next"
    assert 'href="/en/topics/next/" rel="next"' in words(client, "/en/topics/rights/")
    assert client.get("/en/topics/later/").context["page"].following is None


def test_a_topic_shows_its_changes_and_no_others(client: Client, topic: Any) -> None:
    AmendmentFactory(
        slug="ours",
        topic=topic,
        title_en="Ours",
        provision=ProvisionFactory(article=ArticleFactory(number="15"), paragraph="2"),
    )
    AmendmentFactory(slug="theirs", topic=TopicFactory(slug="other"))

    html = words(client, "/en/topics/rights/")

    assert 'Article 15, paragraph 2</span><span><a href="/en/amendments/ours/">Ours</a>' in html
    assert "/en/amendments/theirs/" not in html


@pytest.mark.usefixtures("topic")
def test_a_topic_without_voices_says_that_none_was_found(client: Client) -> None:
    html = words(client, "/en/topics/rights/")

    assert "We found no supportive voice on this field." in html
    assert "We found no critical voice on this field." in html


def test_a_side_that_was_not_heard_is_named_and_the_others_are_shown(
    client: Client, topic: Any
) -> None:
    VoiceFactory(stance="supportive", topics=[topic])
    VoiceFactory(stance="cautious", topics=[topic], point_en="Wait and see.")
    VoiceFactory(stance="critical", topics=[topic], about="constitution-2026")

    html = words(client, "/en/topics/rights/")

    assert "We found no supportive voice" not in html
    assert "We found no critical voice on this field." in html
    assert "Wait and see." in html
    assert "The stance is our reading of the statement, not of the person." in html


def test_no_side_gets_more_room_than_another_and_the_rest_is_counted(
    client: Client, topic: Any
) -> None:
    VoiceFactory.create_batch(4, stance="supportive", topics=[topic])
    VoiceFactory.create_batch(3, stance="critical", topics=[topic])

    page = client.get("/en/topics/rights/").context["page"]
    shown = [(side.stance.value, len(side.voices), side.total) for side in page.sides]

    assert shown == [("supportive", 2, 4), ("critical", 2, 3)]
    assert 'href="/en/voices/?topic=rights">All voices on this field (7)' in words(
        client, "/en/topics/rights/"
    )


def test_a_voice_has_a_name_a_role_a_date_and_a_source(client: Client, topic: Any) -> None:
    voice = VoiceFactory(topics=[topic], precision="month", certainty="medium", quote_en="Forward!")
    source = Source.objects.create(slug="s", publisher="Vlast", url="https://vlast.kz/1")
    Citation.objects.create(source=source, text=voice)

    html = words(client, "/en/topics/rights/")

    assert f'<b><a href="/en/voices/{voice.slug}/">A Person</a></b>, <span>Lawyer</span>' in html
    assert '<time datetime="2022-05">May 2022</time>' in html
    assert "certainty: medium" in html
    assert '<a href="https://vlast.kz/1">Vlast</a>' in html
    assert "In their words: <q>Forward!</q>" in html


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("early May 2022", "<span>early May 2022</span>"),
        ("month of publication", "about May 2022</time> <span>(month of publication)</span>"),
    ],
)
def test_a_date_that_is_not_known_to_the_day_says_what_is_known(
    client: Client, topic: Any, note: str, said: str
) -> None:
    VoiceFactory(topics=[topic], precision="approximate", date_note_en=note)

    assert said in words(client, "/en/topics/rights/")


def seats(period: str, slug: str = "mazhilis", **counted: int) -> None:
    body = InstitutionFactory(slug=slug)
    for name, value in counted.items():
        InstitutionNumberFactory(
            institution=body, period=period, counted=name.replace("_", "-"), value=value
        )


def test_the_lower_chamber_is_drawn_seat_by_seat_and_told_in_words(client: Client) -> None:
    TopicFactory(slug="elections")
    seats("before", seats=107, party_list_seats=98, assembly_seats=9)
    seats("after", seats=98, party_list_seats=69, district_seats=29)

    html = words(client, "/en/topics/elections/")

    assert drawn_dots(html, "blue", "dot") == 98 + 69 + 29
    assert drawn_dots(html, "ink", "dot square") == 9
    assert "107 seats: 98 – seats by party list; 9 – seats filled by the Assembly</desc>" in html
    assert html.count('role="img"') == 2


def test_seats_of_which_nothing_is_known_are_drawn_as_unknown(client: Client) -> None:
    TopicFactory(slug="elections")
    seats("before", seats=107, party_list_seats=98)

    html = words(client, "/en/topics/elections/")

    assert drawn_dots(html, "faint", "dot") == 9
    assert "9 – not known how filled" in html


def test_numbers_that_do_not_add_up_are_told_without_a_picture(client: Client) -> None:
    TopicFactory(slug="elections")
    seats("before", seats=100, party_list_seats=98, assembly_seats=9)

    html = words(client, "/en/topics/elections/")

    assert 'role="img"' not in html
    assert "<b>98</b><span><span>seats by party list</span>" in html


def test_the_senate_is_drawn_in_pairs_with_its_own_note(client: Client) -> None:
    TopicFactory(slug="parliament")
    InstitutionFactory(slug="senate", note_en="Real numbers varied.", certainty="low")
    seats("after", "senate", seats=50, elected_seats=40, appointed_seats=10, assembly_proposed=5)

    html = words(client, "/en/topics/parliament/")

    assert html.count("V30") == 20
    assert (drawn_dots(html, "blue", "dot"), drawn_dots(html, "gold", "dot")) == (40, 5)
    assert drawn_dots(html, "gold", "halo") == 5
    assert "Real numbers varied." in html
    assert "Certainty: low" in html


def test_a_body_is_drawn_by_who_fills_its_places(client: Client) -> None:
    TopicFactory(slug="audit")
    kurultai = InstitutionFactory(slug="kurultai-parliament")
    AppointmentFactory(post_en="Chairperson and two members")
    AppointmentFactory(by=InstitutionFactory(slug="senate"), certainty="medium")
    AppointmentFactory(period="since-2026", places=8, consent_of=kurultai)

    html = words(client, "/en/topics/audit/")

    assert (drawn_dots(html, "gold", "dot"), drawn_dots(html, "blue", "dot")) == (3, 3)
    assert drawn_dots(html, "gold", "halo") == 8
    assert "President appoints; consent: Kurultai." in html
    assert "Certainty: medium." in html


def test_a_body_with_an_unknown_number_of_places_is_told_without_a_picture(client: Client) -> None:
    TopicFactory(slug="audit")
    AppointmentFactory(places=None, post_en="All members")

    html = words(client, "/en/topics/audit/")

    assert 'role="img"' not in html
    assert "All members" in html


def test_applicants_that_are_new_since_2022_are_marked_so(client: Client) -> None:
    TopicFactory(slug="constitutional-court")
    court = InstitutionFactory(slug="constitutional-court")
    ApplicantFactory()
    for period in ("after", "since-2026"):
        ApplicantFactory(institution=court, period=period)
        ApplicantFactory(institution=court, period=period, who_en="Citizens")
    ApplicantFactory(institution=court, period="since-2026", who_en="Chairperson of the Kurultai")

    html = words(client, "/en/topics/constitutional-court/")

    assert html.count("New in 2022") == 2
    assert drawn_dots(html, "gold", "dot") == 2
    assert "<b>3</b> applicants" in html


def test_posts_stand_body_by_body_and_period_by_period(client: Client) -> None:
    TopicFactory(slug="president")
    AppointmentFactory(
        institution=None, slug="before-bank", consent_of=InstitutionFactory(slug="senate"), places=1
    )
    AppointmentFactory(
        institution=None, slug="since-2026-bank", period="since-2026", post_en="Head of the Bank"
    )
    AppointmentFactory(institution=InstitutionFactory(slug="constitutional-council"), places=2)
    AppointmentFactory(
        institution=InstitutionFactory(slug="constitutional-court"), period="after", places=None
    )

    html = words(client, "/en/topics/president/")

    assert re.findall(r"<h3>(.*?)</h3>", html)[:2] == ["Head of the Bank", "Constitutional court"]
    assert html.count("<dt>Before the changes of 2022</dt>") == 2
    assert html.count('<dd class="none">') == 2
    assert "President appoints; consent: Senate" in html
    assert html.count('<path class="more"') == 1


def test_the_way_of_a_law_goes_from_hand_to_hand(client: Client) -> None:
    TopicFactory(slug="lawmaking")
    LawmakingStepFactory(majority_en="majority of all deputies", time_limit_en="60 days")
    LawmakingStepFactory(actor=InstitutionFactory(slug="senate"), time_limit_en="one month")
    LawmakingStepFactory(actor=InstitutionFactory(slug="parliament"), certainty="low")

    html = words(client, "/en/topics/lawmaking/")

    assert html.count('<li><div class="track">') == 3
    assert "Majority of all deputies · time limit: 60 days" in html
    assert "Time limit: one month" in html
    assert 'd="M12 18H36"' in html
    assert "certainty: low" in html


def test_a_drawing_names_its_sources_by_their_number(client: Client) -> None:
    topic = TopicFactory(slug="elections", before_en="It was so.")
    seats("before", seats=107, party_list_seats=107)
    old, other = (Source.objects.create(slug=s, publisher=s) for s in ("old", "other"))
    Citation.objects.create(source=old, text=topic, claim="before")
    mazhilis = InstitutionFactory()
    Citation.objects.create(source=other, text=mazhilis)
    Citation.objects.create(source=old, text=mazhilis, claim="since_2026", position=1)

    html = words(client, "/en/topics/elections/")

    assert '<a href="#source-other">2</a></figcaption>' in html
    assert "(how it was before 2022)" in html
    assert "(drawing)" in html


def test_a_text_in_another_language_says_so(client: Client, topic: Any) -> None:
    VoiceFactory(topics=[topic])

    html = words(client, "/kk/topics/rights/")

    assert '<h1 lang="en">Rights <span class="tag" lang="en">English</span></h1>' in html
    assert '<p class="said" lang="en">' in html


@pytest.mark.parametrize("items", [1, 3])
def test_the_fullest_topic_costs_eight_queries_for_any_number_of_items(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    topic = TopicFactory(slug="constitutional-court")
    court = InstitutionFactory(slug="constitutional-court")
    TopicFactory(slug="next", position=2)
    for number in range(items):
        AmendmentFactory(topic=topic)
        AppointmentFactory(institution=court)
        ApplicantFactory(institution=court, who_en=f"Office {number}")
        for stance in ("supportive", "critical"):
            voice = VoiceFactory(topics=[topic], stance=stance)
        source = Source.objects.create(slug=f"s{number}", publisher="P")
        for text in (topic, court, voice):
            Citation.objects.create(source=source, text=text, position=number)
    client.get("/en/topics/constitutional-court/")  # What a process asks only once

    with django_assert_num_queries(8):
        response = client.get("/en/topics/constitutional-court/")

    assert len(response.context["page"].changes) == items


@pytest.mark.parametrize("items", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_topics(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    for number in range(items):
        TopicFactory(slug=f"topic-{number}")
    client.get("/en/topics/")

    with django_assert_num_queries(3):
        response = client.get("/en/topics/")

    assert len(response.context["topics"]) == items


@pytest.mark.usefixtures("shipped_content")
@pytest.mark.parametrize("slug", TOPICS)
def test_each_shipped_topic_hears_both_sides_or_says_that_it_found_none(
    client: Client, slug: str
) -> None:
    html = words(client, f"/en/topics/{slug}/")
    page = client.get(f"/en/topics/{slug}/").context["page"]
    heard = {side.stance.value for side in page.sides if side.voices}

    assert ("We found no supportive voice" in html) == ("supportive" not in heard)
    assert ("We found no critical voice" in html) == ("critical" not in heard)
    assert page.changes and page.sources


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_drawings_show_the_numbers_of_the_law(client: Client) -> None:
    elections = words(client, "/en/topics/elections/")
    parliament = words(client, "/en/topics/parliament/")
    court = words(client, "/en/topics/constitutional-court/")

    assert drawn_dots(elections, "blue", "dot") == 98 + 69 + 29 + 145
    assert drawn_dots(elections, "ink", "dot square") == 9
    assert parliament.count("V30") == 17 + 20
    assert re.findall(r'<p class="hub nums"><b>(\d+)</b>', court) == [
        "7",
        "11",
        "11",
        "6",
        "9",
        "8",
    ]
    assert words(client, "/en/topics/lawmaking/").count('<div class="track">') == 24


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_list_names_all_thirteen_topics(client: Client) -> None:
    listed = re.findall(r'<a href="/en/topics/([\w-]+)/">', words(client, "/en/topics/"))

    assert sorted(listed) == TOPICS

"""Where an edition covers the day, readers see the authentic text; our rendering is a link away."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from amendments.authentic_texts import Nature, Side, side_in
from amendments.models import Amendment
from amendments.reader import histories
from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    AuthenticTextFactory,
    ConstitutionFactory,
    OfficialEditionFactory,
    ProvisionFactory,
)

pytestmark = pytest.mark.django_db
BEFORE, JUNE, SEPTEMBER = date(2020, 1, 1), date(2022, 7, 1), date(2023, 1, 1)
JUDGES, TERM = "/ru/amendments/judges/", "/ru/amendments/term/"
ARTICLE = "/ru/constitution/article-71/"
ONLY_ONE = "Имеющиеся здесь официальные редакции дают только один из двух текстов"
OURS = "Наше изложение: ни одна из имеющихся официальных редакций его не охватывает."
EDITION = "редакция на"


@pytest.fixture(autouse=True)
def provision() -> Any:
    """One paragraph of Article 71, changed on 8 June and again on 17 September 2022."""
    provision = ProvisionFactory(article=ArticleFactory(number="71"), paragraph="1")
    AmendmentFactory(
        slug="judges",
        provision=provision,
        before_en="Seven.",
        after_en="Eleven, six years.",
        before_ru="Наше: семь.",
        after_ru="Наше: одиннадцать, шесть лет.",
    )
    AmendmentFactory(
        slug="term",
        provision=provision,
        law=AmendingLawFactory(slug="2022-09", dated=date(2022, 9, 17)),
        before_en="Eleven, six years.",
        after_en="Eleven, eight years.",
        before_ru="Наше: одиннадцать, шесть лет.",
        after_ru="Наше: одиннадцать, восемь лет.",
    )
    return provision


def say(provision: Any, as_of: date, text: str, *, language: str = "ru") -> None:
    edition = OfficialEditionFactory(as_of=as_of, language=language)
    AuthenticTextFactory(provision=provision, edition=edition, text=text)


def words(client: Client, path: str, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def sides(slug: str, language: str = "ru") -> list[str | None]:
    """What official editions say on both sides of a change; None where that is not known."""
    amendment = Amendment.objects.with_authentic_texts(["ru", "kk"]).get(slug=slug)
    found = [side_in(language, amendment, side) for side in Side]
    return [text.value if text.edition else None for text in found]


@pytest.mark.parametrize(
    ("as_of", "of_judges", "of_term"),
    [
        ("2019-03-23", ["X", None], [None, None]),
        ("2022-06-07", ["X", None], [None, None]),
        ("2022-06-08", [None, "X"], ["X", None]),
        ("2022-09-16", [None, "X"], ["X", None]),
        ("2022-09-17", [None, None], [None, "X"]),
        ("2026-06-30", [None, None], [None, "X"]),
    ],
)
def test_an_edition_covers_the_wording_in_force_on_its_day_and_no_other(
    provision: Any, as_of: str, of_judges: Any, of_term: Any
) -> None:
    say(provision, date.fromisoformat(as_of), "X")

    assert (sides("judges"), sides("term")) == (of_judges, of_term)
    assert sides("judges", "kk") == [None, None]
    assert sides("judges", "en") == [None, None]


def test_of_two_laws_in_force_on_one_day_an_edition_gives_the_wording_of_the_later(
    provision: Any,
) -> None:
    Amendment.objects.update(in_force_from=date(2023, 1, 1))
    say(provision, date(2023, 1, 1), "X")
    say(provision, date(2022, 12, 31), "W")

    assert (sides("judges"), sides("term")) == (["W", None], [None, "X"])


def test_a_change_that_is_not_public_ends_no_wording(provision: Any) -> None:
    Amendment.objects.filter(slug="term").update(state="draft")
    say(provision, SEPTEMBER, "X")

    assert sides("judges") == [None, "X"]


def test_of_two_editions_of_one_wording_the_last_is_quoted(provision: Any) -> None:
    say(provision, date(2023, 1, 1), "Old.")
    say(provision, date(2024, 1, 1), "New.")

    assert sides("term") == [None, "New."]


def test_a_history_tells_the_text_of_each_day_and_its_nature(provision: Any) -> None:
    say(provision, JUNE, "Подлинное.")
    [history] = histories(ConstitutionFactory(), authentic_in=["ru"])

    shown = [history.shown_on(day, "ru") for day in (BEFORE, JUNE, SEPTEMBER)]
    assert [(text.value, bool(text.edition)) for text in shown] == [
        ("Наше: семь.", False),
        ("Подлинное.", True),
        ("Наше: одиннадцать, восемь лет.", False),
    ]
    assert history.shown_on(JUNE, "ru", Nature.RENDERING).value == "Наше: одиннадцать, шесть лет."
    assert history.shown_on(JUNE, "en").value == "Eleven, six years."


def test_a_provision_that_nothing_amended_is_quoted_from_the_last_edition() -> None:
    unamended = ProvisionFactory(text_en="Never.", text_ru="Никогда.", paragraph="2")
    say(unamended, JUNE, "Вовек.")

    found = histories(ConstitutionFactory(), authentic_in=["ru"])
    [history] = [each for each in found if each.provision == unamended]
    assert history.shown_on(BEFORE, "ru").value == "Вовек."


def test_an_article_shows_the_authentic_text_with_its_label(client: Client, provision: Any) -> None:
    say(provision, SEPTEMBER, "Одиннадцать.\nВосемь лет.")

    html = words(client, ARTICLE, on="2024-05-05")

    assert '<div class="law"><p>Одиннадцать.</p><p>Восемь лет.</p></div>' in html
    assert (
        'Аутентичный текст: <a href="https://adilet.zan.kz/rus/docs/K950001000_" hreflang="ru">'
        "редакция на 1 января 2023" in html
    )
    assert "Наше:" not in html
    assert 'href="?on=2024-05-05&amp;text=rendering#texts"' in html


def test_an_article_shows_our_rendering_when_asked_to_and_keeps_to_it(
    client: Client, provision: Any
) -> None:
    say(provision, SEPTEMBER, "Подлинное.")

    html = words(client, ARTICLE, text="rendering")

    assert "Наше: одиннадцать, восемь лет." in html
    assert "Подлинное." not in html
    assert f'<link rel="canonical" href="{settings.SITE_URL}{ARTICLE}">' in html
    assert f'href="{ARTICLE}?on=2022-06-08&amp;text=rendering"' in html
    assert html.count('<input type="hidden" name="text" value="rendering">') == 3
    assert f'<a href="{ARTICLE}#texts"' in html or '<a href="?#texts"' in html


@pytest.mark.parametrize("on", ["2020-01-01", "2022-07-01"])
def test_a_day_that_no_edition_covers_is_shown_in_our_rendering(
    client: Client, provision: Any, on: str
) -> None:
    say(provision, SEPTEMBER, "Подлинное.")

    html = words(client, ARTICLE, on=on)

    assert "Наше:" in html
    assert "Подлинное." not in html
    assert "Wording:" not in html


def test_each_provision_tells_its_nature_where_an_edition_covers_only_some(
    client: Client, provision: Any
) -> None:
    AmendmentFactory(provision=ProvisionFactory(article=provision.article, paragraph="2"))
    say(provision, SEPTEMBER, "Подлинное.")

    html = words(client, ARTICLE)

    assert html.count(EDITION) == 1
    assert html.count(OURS) == 1


def test_a_change_between_two_editions_is_marked_in_the_authentic_texts(
    client: Client, provision: Any
) -> None:
    say(provision, BEFORE, "Подлинное: семь.")
    say(provision, JUNE, "Подлинное: одиннадцать.")

    html = words(client, JUDGES, view="inline")

    assert "Подлинное: <del" in html
    assert html.index(f"{EDITION} 1 января 2020") < html.index(f"{EDITION} 1 июля 2022")
    assert "Наше:" not in html
    assert ONLY_ONE not in html
    rendering = words(client, JUDGES, view="inline", text="rendering")
    assert "Наше: <del" in rendering
    assert "Подлинное" not in rendering
    assert 'href="?view=inline#texts"' in rendering


def test_where_one_side_is_known_our_rendering_is_marked_and_the_page_says_so(
    client: Client, provision: Any
) -> None:
    say(provision, JUNE, "Подлинное: одиннадцать.")

    html = words(client, JUDGES, view="inline")

    assert "Наше: <del" in html
    assert ONLY_ONE in html
    assert "Аутентичный текст после · с 8 июня 2022" in html
    assert '<div class="law"><p>Подлинное: одиннадцать.</p></div>' in html
    assert "Аутентичный текст до" in words(client, TERM)
    assert "Подлинное" not in words(client, JUDGES, view="before")
    assert "Подлинное" not in words(client, JUDGES, text="rendering")


def test_a_long_authentic_text_without_its_pair_stands_in_the_view_of_its_side(
    client: Client, provision: Any
) -> None:
    say(provision, JUNE, "Длинное слово. " * 60)

    html = words(client, JUDGES)

    assert "Длинное" not in html
    assert "Аутентичный текст после" in html
    assert '<a href="?view=after#texts"' in html
    assert "Прочитать" in html
    assert "Длинное слово." in words(client, JUDGES, view="after")


def test_an_added_provision_needs_one_edition_for_an_authentic_redline(client: Client) -> None:
    added = AmendmentFactory(slug="added", before_en="", after_en="New.")
    say(added.provision, JUNE, "Подлинно новое.")

    html = words(client, "/ru/amendments/added/")

    assert "Подлинно новое." in html
    assert "Такого текста не было: положение добавлено." in html
    assert ONLY_ONE not in html
    assert 'lang="en">New.' not in html


def test_two_days_are_compared_in_the_authentic_texts_where_both_are_known(
    client: Client, provision: Any
) -> None:
    asked = {"from": "2022-07-01", "to": "2023-05-05"}
    say(provision, JUNE, "Подлинное: шесть лет.")
    one = words(client, ARTICLE, **asked)
    say(provision, SEPTEMBER, "Подлинное: восемь лет.")
    both = words(client, ARTICLE, **asked)

    assert "Аутентичный текст на 1 июля 2022" in one
    assert "Наше изложение: аутентичный текст есть здесь только на один из двух дней." in one
    assert "Наше:" in one
    assert "Подлинное: <del" in both
    assert "Наше:" not in both
    assert "редакция на 1 января 2023" in both


@pytest.mark.parametrize("path", ["/en/amendments/judges/", "/en/constitution/article-71/"])
def test_in_english_the_authentic_text_stands_beside_in_its_language(
    client: Client, provision: Any, path: str
) -> None:
    say(provision, BEFORE, "Жеті.", language="kk")
    say(provision, JUNE, "Он бір.", language="kk")
    say(provision, SEPTEMBER, "Он бір судья.", language="kk")

    html = words(client, path, **{"with": "kk"})

    assert 'lang="kk"><ins' in html or 'foreign" lang="kk">' in html
    assert "Он бір" in html
    assert "edition of" in html
    assert "These texts are not yet translated into that language" not in html
    assert "edition of" not in words(client, path)


def test_one_authentic_side_in_the_second_language_is_marked_as_foreign(
    client: Client, provision: Any
) -> None:
    say(provision, JUNE, "Он бір.", language="kk")

    html = words(client, "/en/amendments/judges/", **{"with": "kk"})

    assert '<div class="law" lang="kk"><p>Он бір. <span class="tag" lang="kk">' in html
    assert "These texts are not yet translated into that language" not in html


@pytest.mark.parametrize("path", [f"{JUDGES}?with=kk", f"{ARTICLE}?with=kk"])
def test_authentic_texts_keep_within_the_queries_of_a_page(
    client: Client, provision: Any, path: str, django_assert_max_num_queries: Any
) -> None:
    client.get(path)  # What a process asks only once
    with django_assert_max_num_queries(8) as without:
        client.get(path)
        number = len(without)
    for language in ("ru", "kk"):
        for day in (BEFORE, JUNE, SEPTEMBER):
            say(provision, day, f"{language} {day}", language=language)
    client.get(path)

    with django_assert_max_num_queries(number):
        html = client.get(path).content.decode()

    assert EDITION in html

"""Days and addresses that the data keep in English, said in the page's language."""

import pytest
from django.utils import translation

from amendments.written_in_english import said_articles, said_date


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("8 June 2022", "kk", "2022 ж. 8 маусым"),
        ("8 June 2022", "ru", "8 июня 2022 г."),
        ("8 June 2022", "en", "8 June 2022"),
        ("June 2022", "kk", "2022 ж. маусым"),
        ("June 2022", "ru", "июнь 2022 г."),
        ("2016–2021", "kk", "2016–2021"),
    ],
)
def test_a_day_is_said_and_what_is_no_day_stays(written: str, language: str, said: str) -> None:
    with translation.override(language):
        assert said_date(written) == said


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Section VII heading", "kk", "VII бөлімнің атауы"),
        ("Section VIII heading", "ru", "заголовок раздела VIII"),
        ("Section VII heading", "en", "Section VII heading"),
        ("73(1) item 5, 75(3)", "kk", "73(1) 5) тармақша, 75(3)"),
        ("73(1) item 5, 75(3)", "ru", "73(1) подпункт 5), 75(3)"),
        ("Preamble", "ru", "преамбула"),
        ("72(3), 95", "kk", "72(3), 95"),
    ],
)
def test_an_address_is_said(written: str, language: str, said: str) -> None:
    with translation.override(language):
        assert said_articles(written) == said

"""Kazakh in Latin script: letters, and where in a page they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.latin_script import address_in_latin, in_latin, page_in_latin
from amendments.latin_script.alphabet import CYRILLIC
from amendments.latin_script.markup import HIDDEN_FIELD


def test_a_text_reads_as_the_alphabet_of_2021_has_it() -> None:
    # Article 1 of the Universal Declaration of Human Rights, as commonly given in this alphabet
    assert in_latin(
        "Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді. "
        "Адамдарға ақыл-парасат, ар-ождан берілген, сондықтан олар бір-бірімен туыстық, "
        "бауырмалдық қарым-қатынас жасаулары тиіс."
    ) == (
        "Barlyq adamdar tumysynan azat jäne qadır-qasietı men qūqyqtary teñ bolyp düniege keledı. "
        "Adamdarğa aqyl-parasat, ar-ojdan berılgen, sondyqtan olar bır-bırımen tuystyq, "
        "bauyrmaldyq qarym-qatynas jasaulary tiıs."
    )


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Конституциялық Соттың шешімі", "Konstitusialyq Sottyñ şeşımı"),
        ("судья, бюджет, июль, объект", "sudia, biudjet, iul, obekt"),
        ("ІСТЕР және Істер, ИТ және Ит", "ISTER jäne Ister, İT jäne İt"),
        ("ЮНЕСКО, Юстиция, ЗАҢ, Ю.", "İUNESKO, İustisia, ZAÑ, İu."),
        ("ащы, чек, һәм, электр, актёр", "aşşy, şek, häm, elektr, aktior"),
        ("2022 жылғы 5 маусым: 77,18%", "2022 jylğy 5 mausym: 77,18%"),
        ("KEGOC пен OSCE", "KEGOC pen OSCE"),
        ("Article 5 – «ABC»", "Article 5 – «ABC»"),
    ],
)
def test_every_letter_has_its_latin_one(cyrillic: str, latin: str) -> None:
    assert in_latin(cyrillic) == latin


def test_a_word_that_markup_divides_is_written_as_one() -> None:
    assert page_in_latin("Конституци<ins>ялық</ins>") == "Konstitusi<ins>alyq</ins>"


@given(st.text(alphabet=st.characters(max_codepoint=0x4FF)))
def test_what_is_not_cyrillic_stays_in_its_order(text: str) -> None:
    rest = CYRILLIC.sub("", text)
    written = iter(in_latin(text))

    assert all(character in written for character in rest)


@given(st.text())
def test_a_page_without_kazakh_comes_back_as_it_was(text: str) -> None:
    html = f'<p lang="ru" title="Ғ">{text.replace("<", "&lt;")}</p><p class="a">b</p>'

    assert page_in_latin(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<html lang="kk">', '<html lang="kk-Latn">'),
        ("<p>Заң</p>", "<p>Zañ</p>"),
        ('<p>Заң <b lang="ru">Закон</b> сот</p>', '<p>Zañ <b lang="ru">Закон</b> sot</p>'),
        (
            '<p lang="ru">Закон <b lang="kk">заң</b> и <br>суд</p>',
            '<p lang="ru">Закон <b lang="kk-Latn">zañ</b> и <br>суд</p>',
        ),
        ('<a lang="kk-Cyrl" href="/kk/">Қазақша</a>', '<a lang="kk-Cyrl" href="/kk/">Қазақша</a>'),
        ('<p lang="ru"><img alt="Суд">Суд</p> сот', '<p lang="ru"><img alt="Суд">Суд</p> sot'),
        ('<nav aria-label="Сайт">', '<nav aria-label="Sait">'),
        ("<img alt='Сот > заң' src=\"/сот.png\">", "<img alt='Sot > zañ' src=\"/сот.png\">"),
        ('<p id="сот" class="заң" data-of="сот">', '<p id="сот" class="заң" data-of="сот">'),
        ('<button data-copied="Көшірілді">', '<button data-copied="Köşırıldı">'),
        ('<input value="сот" placeholder="сот">', '<input value="сот" placeholder="sot">'),
        ('<textarea title="сот">сот</textarea>', '<textarea title="sot">сот</textarea>'),
        ("<script>сот</script> сот", "<script>сот</script> sot"),
        ("<!-- сот --> сот", "<!-- сот --> sot"),
        ('<meta name="description" content="Сот">', '<meta name="description" content="Sot">'),
        (
            '<meta property="og:image:alt" content="Сот">',
            '<meta property="og:image:alt" content="Sot">',
        ),
        ('<meta name="x" content="Сот">', '<meta name="x" content="Сот">'),
        (
            '<svg><title>Сот</title><path d="M0"/></svg>',
            '<svg><title>Sot</title><path d="M0"/></svg>',
        ),
        ("сот < заң", "sot < zañ"),
    ],
)
def test_texts_and_what_is_heard_change_and_nothing_else(html: str, expected: str) -> None:
    assert page_in_latin(html) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/kk/", "/kk/?script=latn"),
        ("/kk/search/?q=a", "/kk/search/?q=a&amp;script=latn"),
        ("/kk/glossary/#сот", "/kk/glossary/?script=latn#сот"),
        ("?view=before", "?view=before&amp;script=latn"),
        ("?", "?script=latn"),
        ("/kk/?script=latn", "/kk/?script=latn"),
        ("?q=a&amp;script=latn", "?q=a&amp;script=latn"),
        ("/ru/", "/ru/"),
        ("#main", "#main"),
        ("", ""),
        ("https://zan.gov.kz/kk/", "https://zan.gov.kz/kk/"),
        ("/static/css/base.css", "/static/css/base.css"),
        ("/language/ru/?to=/", "/language/ru/?to=/"),
    ],
)
def test_links_to_kazakh_pages_keep_the_script_and_others_do_not(
    address: str, expected: str
) -> None:
    assert page_in_latin(f'<a href="{address}" hx-get="{address}">') == (
        f'<a href="{expected}" hx-get="{expected}">'
    )
    assert page_in_latin(f'<link rel="canonical" href="{address}">') == (
        f'<link rel="canonical" href="{address}">'
    )
    assert address_in_latin(address.replace("&amp;", "&")) == expected.replace("&amp;", "&")


def test_a_form_keeps_the_script_in_a_field_or_in_its_address() -> None:
    assert page_in_latin('<form action="/kk/search/" hx-get="/kk/search/">') == (
        f'<form action="/kk/search/" hx-get="/kk/search/">{HIDDEN_FIELD}'
    )
    assert page_in_latin('<form method="post" action="/kk/report/">') == (
        '<form method="post" action="/kk/report/?script=latn">'
    )


@given(
    st.lists(st.sampled_from('<p> </p> <b lang="ru"> </b> сот < > " <br> <!-- --> &lt;'.split()))
)
def test_any_markup_keeps_its_tags(pieces: list[str]) -> None:
    html = " ".join(pieces)

    assert re.findall("<[^>]*>", page_in_latin(html).replace("sot", "сот")) == (
        re.findall("<[^>]*>", html)
    )

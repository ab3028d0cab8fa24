"""Headers and rows that the samples share. The wording is made up, near that of the law."""

from tests.samples.comparative_table.word_xml import row

BOLD = "<w:b/>"
RU = row("Структурный элемент", "Действующая редакция", "Предлагаемая редакция")
KK = row("Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция")
LATIN = row("Qurylymdyq element", "Qoldanystaǵy redaksıa", "Usynylatyn redaksıa")
EN = row("Article", "Before", "After")
DEATH = (
    "Статья 15, пункт 2",
    "2. Смертная казнь устанавливается законом как исключительная мера.",
    "2. Смертная казнь запрещается.",
)
SIGNS = (
    "подпункт 2) статьи 44",
    "2) подписывает законы в течение пятнадцати дней;",
    "2) подписывает законы в течение одного месяца;",
)

"""Small editions of our own, of the shape that the official databases give: words are invented."""

from collections.abc import Mapping

SECTIONS = [
    ("I", 1), ("II", 10), ("III", 40), ("IV", 49), ("V", 64), ("VI", 71), ("VII", 75),
    ("VIII", 85), ("IX", 90),
]  # fmt: skip

RU_15 = """1. Каждый имеет право
на жизнь.

      2.\u00a0Никто не вправе лишать жизни.

Примечание. См. нормативное постановление Конституционного Суда РК от 11.04.2023\u00a0
№ 9-НП
.

      Сноска. Статья 15 с изменениями, внесенными законами РК от 21.05.2007\u00a0
№ 254-III
 (вводится в действие со дня его официального опубликования); от\u00a0
08.06.2022
 (вводится в действие с 01.01.2023)."""
_4_TO_10_RU = "\n\n".join(f"      {n}) решает дело {n};" for n in range(4, 11))
RU_44 = f"""Президент Республики Казахстан:\u00a0

      1) обращается с посланием;

      2) назначает выборы;

      3) исключен Законом РК от 10.03.2017\u00a0
№ 51-VI
 (вводится в действие со дня опубликования);

{_4_TO_10_RU}

      10-1) направляет обращение в случае, предусмотренном пунктом 3\u00a0
статьи 91
 Конституции;

      11) осуществляет другие полномочия.

      Сноска. Статья 44 с изменениями, внесенными Законом РК от
08.06.2022
 (порядок введения в действие см.\u00a0
ст.3
)."""
RU_VI = """
      Сноска. Заголовок раздела VI – в редакции\u00a0
Закона
 РК от 08.06.2022 (вводится в действие с 08.06.2022).
"""
KK_15 = """1. Әркiмнiң өмiр сүруге құқығы бар.

2. Ешкiмнiң адам өмірін қиюға хақысы жоқ."""
_3_TO_10_KK = "\n\n".join(f"{n}) {n}-мәселені шешеді;" for n in range(3, 11))
KK_44 = f"""Қазақстан Республикасының Президенті:

1) жолдау арнайды;

2) сайлау тағайындайды;

{_3_TO_10_KK}

10-1) Конституцияның 91-бабының 3-тармағында көзделген жағдайда өтініш жолдайды;

11) басқа да өкілеттіктерді жүзеге асырады."""

BODIES: Mapping[str, Mapping[str, str]] = {
    "ru": {"15": RU_15, "44": RU_44, "99": "1. Первое правило.\n\n      2. Второе правило."},
    "kk": {"15": KK_15, "44": KK_44, "99": "1. Бірінші қағида.\n\n2. Екінші қағида."},
}
NUMBERS = [str(number) for number in range(1, 100)]


def edition(language: str, *, numbers: list[str] | None = None, **replaced: str) -> str:
    """Write an edition; `_15="…"` replaces the text of Article 15."""
    bodies = {**BODIES[language], **{name[1:]: text for name, text in replaced.items()}}
    parts = ["Мы, народ Казахстана,\n\nсозидая государственность на исконной\n\nземле.\n"]
    begins = {str(number): section for section, number in SECTIONS}
    after_heading = {"VI": RU_VI} if language == "ru" else {}
    for number in NUMBERS if numbers is None else numbers:
        if section := begins.get(number):
            parts.append(_heading(language, section) + after_heading.get(section, ""))
        parts.append(_article(language, number, bodies.get(number)))
    return "\n".join(parts)


def _heading(language: str, section: str) -> str:
    name = {"ru": f"Раздел {section} \nНазвание раздела", "kk": f"{section} бөлім\nБөлім атауы"}
    return f" {name[language]}"


def _article(language: str, number: str, body: str | None) -> str:
    if language == "ru":
        return f"\u00a0Статья {number}\n\n      {body or '1. Слова этой статьи.'}\n"
    return f"{number}-бап\n\n{body or '1. Осы баптың сөздері.'}\n"

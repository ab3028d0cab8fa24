"""Words of a question that say nothing of what is looked for."""

_LISTED = {
    "en": """a about an and are as at be been by can could did do does for from had has have how
        if in into is it its me my not of on or our so tell than that the their there these they
        this to under was we were what when where which who whom whose why will with would you
        your""",
    "ru": """а без бы был была были было в во вы где да для до его ее если есть за и из или их к
        как какая какие какой ко когда кто ли мне мой мы на не нет но о об он она они от по почему
        при про с сколько со так также то тогда у уже чего чей чем что это этот эта эти я""",
    "kk": """ал арқылы бар бен ба бе болады болды бойынша бұл да де деген дейін екен емес ең еді
        және жоқ егер кейін керек кім кімдер қай қайда қалай қандай қанша қашан ма мен менің мы ме
        не неге немесе нені ол олар осы пен пе сол соң та те туралы үшін ше""",
}

STOP_WORDS = {language: frozenset(listed.split()) for language, listed in _LISTED.items()}
ANY_STOP_WORD = frozenset(word for words in STOP_WORDS.values() for word in words)


def without_stop_words(words: list[str], language: str) -> list[str]:
    """Leave out what says nothing; of "what is it" nothing stays.

    Besides the page's own language, English ones count everywhere and Russian ones on Kazakh
    pages, as texts not yet translated are searched there too.
    """
    listed = STOP_WORDS[language] | STOP_WORDS["en"]
    if language == "kk":
        listed |= STOP_WORDS["ru"]
    return [word for word in words if word not in listed]

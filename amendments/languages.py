"""The site's languages, in the order in which they are named."""

LANGUAGES = ("kk", "ru", "en")

# The law exists in these; everything else is a translation of it.
AUTHENTIC = ("kk", "ru")

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

# A missing translation is shown in the first of these that exists, and the page says so.
FALLBACKS = {"kk": ("kk", "ru", "en"), "ru": ("ru", "kk", "en"), "en": ("en", "ru", "kk")}

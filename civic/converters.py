from amendments.languages import LANGUAGES


class LanguageConverter:
    """One of the site's languages."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value

class ArticleNumberConverter:
    """An article's number in a URL, such as 44, 83-1 or 94-2."""

    regex = r"[1-9]\d{0,2}(-[1-9])?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value

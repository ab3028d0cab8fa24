class Names:
    """Which row of which kind has which slug: {kind: {slug: primary key}}, both ways."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, int]] = {}
        self._slugs: dict[str, dict[int, str]] = {}

    def learn(self, kind: str, slug: str, key: int) -> None:
        self._keys.setdefault(kind, {})[slug] = key
        self._slugs.setdefault(kind, {})[key] = slug

    def key(self, kind: str, slug: str) -> int:
        """Raises NotInDatabase."""
        try:
            return self._keys[kind][slug]
        except KeyError:
            raise NotInDatabase(kind, slug) from None

    def slug(self, kind: str, key: int) -> str:
        return self._slugs[kind][key]


class NotInDatabase(Exception):
    """An entry of the files refers to one that the database lacks: an editor deleted it."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(f'"{slug}" ({kind}) is not in the database: an editor deleted it')

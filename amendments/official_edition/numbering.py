"""Numbers of articles, paragraphs and lists: "3", "3-1", and which may stand next."""


def follows(last: str, number: str) -> bool:
    """Whether a number may stand next: 2 or 1-1 after 1; 2 or 1-2 after 1-1; 1 after 0."""
    whole, _dash, inserted = last.partition("-")
    return number in (str(int(whole) + 1), f"{whole}-{int(inserted or 0) + 1}")


def in_order(number: str) -> tuple[int, int]:
    whole, _dash, inserted = number.partition("-")
    return int(whole or 0), int(inserted or 0)

"""Numbers and weights as files write them."""

from decimal import Decimal, InvalidOperation

from quiz.exchange.question import CannotCarry

LARGEST = Decimal(10) ** 15
PLACES = 8  # As many as the database keeps
WEIGHT_PLACES = 5
LONGEST = 60  # Characters; 1e999999999 is short, and refused by its size


def number(text: str) -> Decimal:
    """Read a number with a point or a comma, rounded to eight decimals. Raises CannotCarry."""
    try:
        value = Decimal(text.strip().replace(",", ".").replace("−", "-")[:LONGEST])
    except InvalidOperation as error:
        raise CannotCarry(f"“{text.strip()[:LONGEST]}” is not a number") from error
    if not value.is_finite() or value.copy_abs() >= LARGEST:
        raise CannotCarry(f"{text.strip()[:LONGEST]} is not a number that can be kept")
    return plain(round(value, PLACES))


def weight(text: str) -> Decimal:
    """Read per cent of the mark, rounded to five decimals. Raises CannotCarry."""
    value = number(text)
    if abs(value) > 100:
        raise CannotCarry(f"a weight of {text.strip()} per cent: it goes from −100 to 100")
    return plain(round(value, WEIGHT_PLACES))


def plain(value: Decimal) -> Decimal:
    """Return the number without zeros at its end and without an exponent."""
    return Decimal(format(value.normalize(), "f")) if value else Decimal(0)


def text_of(value: Decimal) -> str:
    return format(plain(value), "f")

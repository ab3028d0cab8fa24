"""Codes that people read aloud and type: without letters that look alike."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
READ_AS = str.maketrans("ILOАВЕІКМНОРСТУХ", "110ABE1KMH0PCTYX")  # Also Cyrillic look-alikes
GROUP = 4


def new_code(length: int) -> str:
    """Return so many random characters; each is worth five bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def written(code: str) -> str:
    """Write a code in groups of four: K7QM-2T9X."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read(typed: str) -> str:
    """Read a code as typed, in any case, with or without spaces and hyphens."""
    letters = [letter for letter in typed.upper().translate(READ_AS) if letter in ALPHABET]
    return "".join(letters)

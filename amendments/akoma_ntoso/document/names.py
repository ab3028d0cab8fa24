"""Namespaces and codes."""

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML = "http://www.w3.org/XML/1998/namespace"
OWN = "urn:x-ata-zan:akn:1"  # What the standard has no place for; the digit is the shape's

MEDIA_TYPE = "application/akn+xml"
COUNTRY = "kz"

# The standard names languages by three letters (ISO 639-2), `xml:lang` by two (BCP 47)
LONG_CODES = {"kk": "kaz", "ru": "rus", "en": "eng"}
SHORT_CODES = {long: short for short, long in LONG_CODES.items()}

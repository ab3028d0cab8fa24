"""Kazakh in Latin script, for reading only: the way back would need what is merged here.

Pure Python: `alphabet` knows letters, `markup` where they stand in a page.
"""

from amendments.latin_script.alphabet import in_latin
from amendments.latin_script.markup import address_in_latin, page_in_latin

__all__ = ["address_in_latin", "in_latin", "page_in_latin"]

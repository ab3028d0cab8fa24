"""A table between its preview and its import: carried by the page itself, sealed.

So nothing lies about on the server, and what is imported is what was shown, to whom it was
shown, for an hour.
"""

from django.contrib.auth.models import User
from django.core import signing
from django.utils.translation import gettext as _

from amendments.table_files.registry import TableFile
from amendments.table_files.table import Table, Unreadable

LONGEST = 2_000_000  # Django takes forms of up to 2.5 MB
GOOD_FOR = 60 * 60  # Seconds


def seal(table: Table, file: TableFile, editor: User) -> str:
    """Raises Unreadable for a table that is too large to be carried."""
    sealed = signing.dumps(table.packed(), salt=_salt(file, editor), compress=True)
    if len(sealed) > LONGEST:
        raise Unreadable(_("The table is too large; divide it."))
    return sealed


def unseal(sealed: str, file: TableFile, editor: User) -> Table:
    """Raises Unreadable for what this editor was not shown within the last hour."""
    try:
        packed = signing.loads(sealed, salt=_salt(file, editor), max_age=GOOD_FOR)
    except signing.BadSignature:
        raise Unreadable(_("The preview is too old; choose the file again.")) from None
    return Table.unpacked(packed)


def _salt(file: TableFile, editor: User) -> str:
    return f"amendments.table_files:{file.kind_name}:{editor.pk}"

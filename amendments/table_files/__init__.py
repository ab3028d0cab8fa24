"""Tables ⇄ database: terms, voices, events as CSV or XLSX, with a dry run and a preview.

`registry` says how to add a kind of content. What a table says becomes a draft or a proposed
change, never anything that readers see at once.
"""

from amendments.table_files.registry import TableFile, register, table_file_of

__all__ = ["TableFile", "register", "table_file_of"]

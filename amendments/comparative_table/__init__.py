"""A lawyer's comparative table in Word, its tracked changes included → staged drafts.

`docx` opens the file safely and reads cells, `rows` tells what a row compares, `matching`
finds the provision; these three know no Django but for `matching.provisions`. `importing`
writes. `docs/comparative-table.md` says what is read and what is refused.
"""

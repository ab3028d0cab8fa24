"""Questions in other systems' files: GIFT, Moodle XML, Aiken, QTI. Every loss is named.

What reads and writes files knows no Django; `importing` and `exporting` know the database.
"""

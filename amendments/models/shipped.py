from django.db import models


class ShippedEntry(models.Model):
    """What an entry of the content files said when it was last taken over.

    `digest` is the SHA-256 of the entry as `dump_content` writes it. Where the database now
    says something else, an editor changed it, and loading the files again must not undo that.
    """

    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="an_entry_ships_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

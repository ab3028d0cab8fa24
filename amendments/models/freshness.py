from django.db import models


class PublicChange(models.Model):
    """One row, counting every change to anything public."""

    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_count_of_changes"),
        ]

    def __str__(self) -> str:
        return str(self.count)

"""Who answers: nobody we know. A random number, and nothing beside it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Learner(models.Model):
    """An anonymous reader, known by the random id in a signed cookie of their own device.

    No name, no address. `active_on` is the last day of use, for `forget_learners`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    active_on = models.DateField(_("last active on"), db_index=True)

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")

    def __str__(self) -> str:
        return str(self.pk)


class DeviceCode(models.Model):
    """A short code by which a second device becomes the same learner, once, for minutes.

    Only a keyed hash of it is kept.
    """

    digest = models.CharField(_("hash of the code"), max_length=64, unique=True)
    learner = models.OneToOneField(Learner, models.CASCADE, related_name="device_code")
    expires_at = models.DateTimeField(_("expires at"))

    class Meta:
        verbose_name = _("code for another device")
        verbose_name_plural = _("codes for another device")

    def __str__(self) -> str:
        return str(self.learner_id)

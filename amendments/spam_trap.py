"""What keeps programs from filling in the forms of readers, without a riddle for people."""

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

QUICKEST = 3  # Seconds; nobody reads the form and writes in less
LONGEST_OPEN = 24 * 60 * 60  # Seconds

_signer = Signer(salt="amendments.forms.ReportForm")


class SpamTrap(forms.Form):
    """Two fields that people leave alone.

    `website` is a trap: no reader sees it, programs fill it in. `opened` says, signed, when the
    form was shown: who sends it at once or a day later is asked to send it again.
    """

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False)

    def refuse_haste(self) -> None:
        """Add the fault of a form that was sent too soon or too late; for `clean`."""
        open_for = self._open_for()
        if open_for is None or open_for > LONGEST_OPEN:
            self.add_error(None, _("This form was open for a long time. Please send it again."))
        elif open_for < QUICKEST:
            self.add_error(
                None,
                _("That was quicker than anyone writes. Please wait a moment and send it again."),
            )

    @property
    def stamp(self) -> str:
        """Return what the form is sent with: when it was first shown, as long as that counts."""
        open_for = self._open_for() if self.is_bound else None
        if open_for is None or open_for > LONGEST_OPEN:
            return _signer.sign(str(int(timezone.now().timestamp())))
        return str(self.data["opened"])

    def _open_for(self) -> float | None:
        """Return for how many seconds the form was open; None if it does not say so itself."""
        try:
            return timezone.now().timestamp() - int(_signer.unsign(self.data.get("opened", "")))
        except (BadSignature, ValueError):
            return None

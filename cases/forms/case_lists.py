from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models import Case


class CaseListForm(forms.Form):
    """Which cases a list shows; an unknown word in the address shows hers."""

    MINE, OPEN, NOBODY, CLOSED = "mine", "open", "nobody", "closed"
    SHOWS = [
        (MINE, _("I hold")),
        (OPEN, pgettext_lazy("cases", "all open")),
        (NOBODY, _("nobody holds")),
        (CLOSED, pgettext_lazy("cases", "closed")),
    ]

    show = forms.ChoiceField(choices=SHOWS, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    @property
    def which(self):
        chosen = self.cleaned_data.get("show") if self.is_valid() else ""
        return chosen or self.MINE

    def cases(self):
        visible = Case.objects.visible_to(self.user).select_related("client", "programme", "outcome")
        visible = visible.prefetch_related("holdings__worker__user", "holdings__worker__vault")
        if self.which == self.CLOSED:
            return visible.closed().order_by("-closed_on", "client__code")
        if self.which == self.OPEN:
            return visible.open().order_by("-opened_on", "client__code")
        running = visible.open().order_by("-opened_on", "client__code")
        return running.held_by(self.user) if self.which == self.MINE else running.held_by_nobody()

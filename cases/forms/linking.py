from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.knowing import AsksWhoItIs
from cases.models import Case, Contact
from programmes.forms import RecordForm
from programmes.writing import day


class WhoseTalkForm(AsksWhoItIs, RecordForm):
    """Whose talk it was, and to which of her cases it belongs: said afterwards, changed, or taken back."""

    class Meta(RecordForm.Meta):
        model = Contact
        fields = []

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.before = self.instance.client
        self.initial["code"] = self.before.code if self.before else ""
        if self.before:
            cases = Case.objects.visible_to(user).filter(client=self.before).select_related("programme")
            self.fields["case"] = OneOf(list(cases.order_by("-opened_on")), says=in_words, label=_("To her case"))
            self.initial["case"] = self.instance.case_id

    @property
    def knowing(self):
        return self.whom_it_fits(self.user, self.instance.programme.organisation)

    def clean(self):
        answers = super().clean()
        self.settle_who(self.user, self.instance.programme.organisation, self.before)
        return answers

    def save(self, commit=True):
        contact = self.instance
        is_same = self.found_client is not None and self.found_client == self.before
        contact.link(self.found_client, self.cleaned_data.get("case") if is_same else None)
        if is_same and not self.cleaned_data.get("case"):
            contact.case = None
        if self.gets_new_code:
            contact.open_case()
        if contact.client:
            self.leave_clue(contact.client)
        return super().save(commit)


def in_words(case):
    if case.closed_on:
        return f"{case.programme.called}, {day(case.opened_on)}–{day(case.closed_on)}"
    return _("%(programme)s, since %(day)s") % {"programme": case.programme.called, "day": day(case.opened_on)}

"""Who is it? Somebody known, a new code, or nobody: asked while she talks, and of a talk that is over."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases import spelling
from cases.models import Client, Clue, ClueKind
from cases.models.clues import spelt
from cases.models.risk import at_high_risk

NEW, NOBODY = "new", "nobody"
LONGEST = 60  # characters of a code, a nickname, a detail, a number
HITS_AT_MOST = 6  # the answers have one key each


class WordsForm(forms.Form):
    """What she says of herself; it comes in the body of a post, never in an address."""

    code = forms.CharField(label=_("Has she called before?"), max_length=LONGEST, required=False, strip=True)


class Knowing:
    """Whom of those that the user may see a code, a nickname, a detail or a number fits."""

    def __init__(self, words, user, organisations):
        self.words = words
        visible = Client.objects.visible_to(user)
        exact = visible.with_code(words) if words else visible.none()
        found = visible.known_by(words, organisations) if words else visible.none()
        found = found.with_last_talk(user).annotate(at_high_risk=at_high_risk(user, "pk"))
        self.hits = list(found.order_by(F("last_at").desc(nulls_last=True), "code")[:HITS_AT_MOST])
        self.by_code = exact.select_related("vault").first()

    @property
    def chosen(self):
        """What needs no choice: her code was said, or nobody fits."""
        if self.by_code:
            return str(self.by_code.pk)
        return "" if self.hits else NOBODY


class AsksWhoItIs(forms.Form):
    """The fields that say whose talk it is; a form that has them calls `settle_who` in its clean."""

    code = forms.CharField(label=_("Has she called before?"), max_length=LONGEST, required=False)
    person = forms.CharField(label=_("Who is it?"), max_length=40, required=False, widget=forms.HiddenInput)
    keep = forms.BooleanField(label=_("she lets us keep these words"), required=False)

    found_client = None
    gets_new_code = False

    def whom_it_fits(self, user, organisation):
        """For the page: who fits what stands in the field now."""
        return Knowing((self["code"].value() or "").strip()[:LONGEST], user, [organisation])

    @property
    def asks_who(self):
        """Something else is written than who it was, or a choice was made."""
        before = self.initial.get("code", "")
        return bool(self["person"].value()) or (self["code"].value() or "").strip() not in ("", before)

    def settle_who(self, user, organisation, before=None):
        """Finds the person out of what was written and chosen; `before` is who it was."""
        words, person = self.cleaned_data.get("code", "").strip(), self.cleaned_data.get("person")
        if "code" in self.errors or person == NOBODY:
            return
        if person == NEW:
            self.gets_new_code = True
        elif person:
            self.found_client = self.chosen_client(user, person)
        elif before and words == before.code:
            self.found_client = before
        elif words:
            self.found_client = self.by_words(Knowing(words, user, [organisation]))

    def chosen_client(self, user, pk):
        try:
            return Client.objects.visible_to(user).get(pk=pk)
        except (Client.DoesNotExist, ValidationError):
            self.add_error("code", _("Nobody has this code. Leave it empty if you are not sure."))

    def by_words(self, knowing):
        if knowing.by_code:
            return knowing.by_code
        if not knowing.hits:
            self.add_error("code", _("Nobody has this code. Leave it empty if you are not sure."))
        else:
            codes = ", ".join(client.code for client in knowing.hits)
            words = _("It fits %(codes)s. Say who it is: her code, a new code or nobody.")
            self.add_error("code", words % {"codes": codes})

    def leave_clue(self, client):
        """The words by which she was looked for, if she lets us keep them; a number without being shown again."""
        words = self.cleaned_data["code"].strip()
        kind = ClueKind.PHONE if spelling.national(words) else ClueKind.NICKNAME
        is_code = Client.objects.filter(pk=client.pk).with_code(words).exists()
        if not self.cleaned_data.get("keep") or is_code or not spelt(kind, words):
            return
        clue = Clue(client=client, kind=kind, consented_on=timezone.localdate())
        clue.remember(words)
        clue.text = "" if kind == ClueKind.PHONE else words
        if not client.clues.filter(mark=clue.mark).exists():
            clue.save()

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from cases.forms.answers import EntriesOf, KeysOf, OneOf, Several
from cases.forms.asking import NOT_LEARNT, AskingForm, rules_of
from cases.forms.knowing import AsksWhoItIs
from cases.forms.pasting import PastedMessages
from cases.forms.safe_contacts import CLOCKS
from cases.forms.talks import SharedTalk
from cases.models import Client, Contact, Referral
from cases.vocabulary import NO_TALK, Answer, DangerDone, FollowUp, SafeWay, Subject, Violence
from programmes.forms import RecordForm
from programmes.models import DirectoryEntry, InstitutionKind, Programme, Term, Unit, Vocabulary, Worker
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, ChipsOne, ClockInput, Combobox
from programmes.writing import clock

CHILDREN_AT_MOST = 6  # as a chip
LONGEST_NOTE = 100_000  # characters
WRITTEN_LATER = timedelta(minutes=30)  # a start so much before the draft's: the timer says nothing about its length


class ContactForm(AsksWhoItIs, PastedMessages, AskingForm, SharedTalk):
    """One conversation, in the order in which it goes. Nothing but channel and time is mandatory, and time is known.

    `began` and `ended` are what the draft knows; what she writes herself goes before them.
    """

    institution_kinds = InstitutionKind.choices  # by which the directory is searched

    started_at = MomentField(label=_("Began"), required=False)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        min_value=0,
        max_value=24 * 60,
        error_messages={"max_value": _("No talk is longer than a day.")},
    )
    afterwards = forms.BooleanField(required=False, widget=forms.HiddenInput)
    kinds = forms.MultipleChoiceField(label=_("Kinds of violence"), choices=Violence, required=False, widget=ChipsMany)
    danger_done = forms.MultipleChoiceField(
        label=_("What was done?"), choices=DangerDone, required=False, widget=ChipsMany
    )
    safe_ways = forms.MultipleChoiceField(label=_("Safe is"), choices=SafeWay, required=False, widget=ChipsMany)
    follow_up_at = MomentField(label=_("When"), required=False)
    follow_up_ends_at = forms.TimeField(
        label=_("until"), required=False, input_formats=CLOCKS, widget=ClockInput(attrs={"placeholder": _("until")})
    )
    note = forms.CharField(
        label=pgettext_lazy("of a contact", "Note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea
    )
    safe_note = forms.CharField(
        label=_("How to reach her"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"placeholder": _("number, and what else was agreed")}),
    )

    class Meta(RecordForm.Meta):
        model = Contact
        fields = [
            *["programme", "unit", "worker", "channel", "started_at", "minutes", "language", "interpreter"],
            *["caller", "sex", "age_band", "municipality", "heard_from"],
            *["subject", "kinds", "setting", "relation", "children", "acute_danger", "danger_done", "suicidal"],
            *[
                "given",
                "referred_to",
                "note",
                "follow_up",
                "follow_up_at",
                "follow_up_ends_at",
                "safe_ways",
                "safe_note",
                "not_told",
            ],
        ]
        widgets = {
            "channel": forms.Select,
            "subject": ChipsOne,
            "acute_danger": ChipsOne(alarm=[Answer.YES]),
            "suicidal": ChipsOne(alarm=[Answer.YES]),
        }
        labels = {
            "caller": _("Who calls?"),
            "subject": _("What happens?"),
            "acute_danger": _("Is anyone in danger now?"),
            "follow_up": _("What next?"),
            "interpreter": _("interpreter"),
        }

    def __init__(self, *args, user, programme, began=None, ended=None, rules=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.programme, self.began, self.ended = user, programme, began, ended
        if self.instance._state.adding:
            self.instance.programme = programme
        self.fields["subject"].choices = [
            (key, label)
            for key, label in [("", ""), *Subject.choices]
            if key not in NO_TALK or key == self.instance.subject
        ]
        self.offer_place()
        self.offer_words()
        self.offer_directory()
        self.offer_children()
        if self.instance.follow_up_ends_at:
            self.initial["follow_up_ends_at"] = timezone.localtime(self.instance.follow_up_ends_at)
        self.offer_messages()
        self.fields["channel"].widget = forms.Select(choices=self.fields["channel"].choices)  # once, at the start
        self.initial.setdefault("code", self.instance.client.code if self.instance.client_id else "")
        self.obey(rules_of(programme) if rules is None else rules)

    def offer_place(self):
        programmes = Programme.objects.visible_to(self.user, Role.COUNSELLOR, Role.COORDINATOR)
        units = Unit.objects.filter(programme=self.programme, closed_on=None)
        workers = list(
            Worker.objects.filter(organisation=self.programme.organisation_id).select_related("user", "vault")
        )
        self.fields["programme"] = OneOf(
            list(programmes), says=lambda programme: programme.called, required=True, label=_("Programme")
        )
        self.fields["unit"] = OneOf(list(units), label=_("Unit"))
        self.fields["worker"] = OneOf(
            workers, says=called, label=_("Who talked"), widget=Combobox(placeholder=_("nobody named"))
        )
        self.offer_parts(workers, called)
        if self.instance._state.adding:
            hers = getattr(getattr(self.user, "worker", None), "pk", None)
            self.initial.update(programme=self.programme.pk, worker=hers)
            self.fields["started_at"].widget.widgets[0].attrs["placeholder"] = clock(self.began) or _("now")
            self.fields["minutes"].widget.attrs["placeholder"] = _("by the timer")

    def offer_words(self):
        words = Term.objects.offered_lists(self.programme, *self.lists, keeping=self.kept_words())
        self.regions = [(term.pk, term.label) for term in words[Vocabulary.MUNICIPALITY]]
        self.with_not_known = {
            name
            for name, vocabulary in self.worded.items()
            if any(term.key in NOT_LEARNT for term in words[vocabulary])
        }
        ages = words[Vocabulary.AGE_BAND]
        self.fields["age_band"] = OneOf(
            ages, label=_("Age"), quiet=[term.pk for term in ages if term.key in NOT_LEARNT]
        )
        for name, vocabulary, label, placeholder in self.long_lists:
            widget = Combobox(placeholder=placeholder)
            self.fields[name] = OneOf(words[vocabulary], label=label, widget=widget)
        self.fields["given"] = KeysOf(words[Vocabulary.HELP_GIVEN], label=_("What did we do?"))
        self.fields["referred_to"] = KeysOf(
            words[Vocabulary.REFERRED_TO], label=_("Referred to"), widget=Several(placeholder=_("what kind of place"))
        )

    def offer_directory(self):
        """Entries in use, and those that the record holds already."""
        entries = DirectoryEntry.objects.of_organisation(self.programme.organisation_id)
        kept = [] if self.instance._state.adding else list(self.instance.referrals.values_list("entry", flat=True))
        offered = entries.current() | entries.filter(pk__in=kept)
        self.fields["entries"] = EntriesOf(offered.select_related("term"), label=_("From the directory"))
        self.initial.setdefault("entries", [str(pk) for pk in kept])

    long_lists = [
        ("municipality", Vocabulary.MUNICIPALITY, _("Municipality or region"), ""),
        ("language", Vocabulary.LANGUAGE, _("Language"), ""),
        ("relation", Vocabulary.RELATION, _("Perpetrator"), _("who to her")),
        ("heard_from", Vocabulary.HEARD_FROM, _("Knows of us from"), _("who told her")),
    ]
    worded = {
        **{name: vocabulary for name, vocabulary, _label, _placeholder in long_lists},
        "age_band": Vocabulary.AGE_BAND,
        "given": Vocabulary.HELP_GIVEN,
        "referred_to": Vocabulary.REFERRED_TO,
    }
    lists = list(worded.values())

    def kept_words(self):
        """Keys of what the record holds already: a retired word is offered to whom it was given."""
        one = [getattr(self.instance, f"{name}_id") for name, *_rest in [*self.long_lists, ("age_band",)]]
        return [pk for pk in one if pk], [*self.instance.given, *self.instance.referred_to]

    def offer_children(self):
        """Their number is its own key; none comes last."""
        most = max(CHILDREN_AT_MOST, self.instance.children or 0)
        numbers = [*range(1, CHILDREN_AT_MOST + 1), *([most] if most > CHILDREN_AT_MOST else [])]
        self.fields["children"] = forms.TypedChoiceField(
            label=_("Children"),
            choices=[
                *((n, f"{n}+" if n == CHILDREN_AT_MOST else n) for n in numbers),
                (0, 0),
            ],
            coerce=int,
            empty_value=None,
            required=False,
            widget=ChipsOne,
        )

    @property
    def knowing(self):
        return self.whom_it_fits(self.user, self.programme.organisation)

    @property
    def known_client(self):
        """Whose code stands in the form."""
        if not hasattr(self, "_known"):
            code = self["code"].value() or ""
            clients = Client.objects.visible_to(self.user).select_related("vault")
            self._known = clients.with_code(code[:60]).first() if code.strip() else None
        return self._known

    def clean(self):
        answers = super().clean()
        self.settle_who(self.user, self.programme.organisation, self.instance.client)
        self.check_time(answers)
        self.check_parts(answers)
        self.check_messages(answers)
        self.check_follow_up(answers)
        if self.said(answers, "subject") not in ("", Subject.VIOLENCE):
            answers.update(kinds=[], setting="", relation=None)
        if Answer.YES not in (self.said(answers, "acute_danger"), self.said(answers, "suicidal")):
            answers["danger_done"] = []
        if "entries" in self.fields:
            words = [entry.term.key for entry in answers.get("entries", []) if entry.term]
            answers["referred_to"] = list(dict.fromkeys([*answers.get("referred_to", []), *words]))
        self.check_required(answers)
        return answers

    def check_time(self, answers):
        if "started_at" in self.errors or "minutes" in self.errors:
            return
        now = timezone.now()
        began = self.began or now
        start = (answers["started_at"] or began).replace(second=0, microsecond=0)
        is_afterwards = answers.get("afterwards")
        if is_afterwards and not answers["started_at"]:
            self.add_error("started_at", _("When did it begin?"))
        if start > now:
            self.add_error("started_at", _("This is still to come. It is %(now)s.") % {"now": clock(now)})
        elif answers["minutes"] is None and (is_afterwards or began - start > WRITTEN_LATER):
            self.add_error("minutes", _("How long did it last, in minutes?"))
        elif answers["minutes"] and start + timedelta(minutes=answers["minutes"] - 1) > now:
            self.add_error("minutes", _("Then it would still be going on. It is %(now)s.") % {"now": clock(now)})
        elif answers["minutes"] is None:
            answers["minutes"] = ((self.ended or now) - start) // timedelta(minutes=1)
        answers["started_at"] = start

    def check_follow_up(self, answers):
        if "follow_up" not in self.fields:
            return  # hidden: what the record holds stays
        if answers.get("follow_up") != FollowUp.WE_CALL:
            answers.update(follow_up_at=None, follow_up_ends_at=None)
        self.check_window(answers)
        when = answers.get("follow_up_at")
        if when and when < timezone.now() and "follow_up_at" in self.changed_data:
            words = _("That is over already. Write a time after %(now)s.")
            self.add_error("follow_up_at", words % {"now": clock(timezone.now())})

    def check_window(self, answers):
        """The window ends on the day on which it begins."""
        first, clock_at_end = answers.get("follow_up_at"), answers.get("follow_up_ends_at")
        answers["follow_up_ends_at"] = None
        if not clock_at_end or "follow_up_at" in self.errors:
            return
        if first is None:
            self.add_error("follow_up_at", _("From when?"))
            return
        last = timezone.make_aware(datetime.combine(timezone.localdate(first), clock_at_end))
        if last <= first:
            self.add_error("follow_up_ends_at", _("The end must be later than the start."))
        answers["follow_up_ends_at"] = last

    def save(self, commit=True):
        contact = self.instance
        if contact._state.adding:
            contact.entered_by = self.user
            hers = getattr(self.user, "worker", None)
            contact.written_by = hers if contact.worker and contact.worker != hers else None
        contact.link(self.found_client)
        if self.gets_new_code or contact.follow_up == FollowUp.OPEN_CASE:
            contact.open_case()
        if contact.client:
            self.leave_clue(contact.client)
        saved = super().save(commit)
        self.save_parts(saved)
        self.save_referrals(saved)
        self.save_messages(saved)
        return saved

    def save_referrals(self, contact):
        """A row for every entry of the directory that she was referred to, by the end of the talk."""
        if "entries" not in self.fields:
            return
        entries = {entry.pk: entry for entry in self.cleaned_data["entries"]}
        known = set(contact.referrals.values_list("entry", flat=True))
        contact.referrals.exclude(entry__in=entries).delete()
        given_at = min(contact.started_at + timedelta(minutes=contact.minutes), timezone.now())
        for pk, entry in entries.items():
            if pk not in known:
                Referral.objects.create(contact=contact, entry=entry, given_at=given_at)


def called(worker):
    return worker.called

"""How somebody may be reached, and how not: agreed with her, above every number."""

import re
from datetime import datetime, time, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.sealing import SealedTextField
from cases.vocabulary import Allowed, Weekday

CONFIRMED_FOR = timedelta(days=90)
A_NUMBER = re.compile(r"\+?\d(?:[ \u00a0./-]?\d){5,}")


def without_numbers(text):
    """A text in which whatever could be a telephone number is covered."""
    return A_NUMBER.sub("•••", text)


def allowed(verbose_name):
    """Yes, no, or nothing agreed: then it is not allowed either."""
    return models.CharField(verbose_name, max_length=3, choices=Allowed, blank=True, default="", db_default="")


def sealed(verbose_name):
    return SealedTextField(verbose_name, db_default=b"")


class SafeContact(models.Model):
    """What was agreed with a client about reaching her. The number itself is shown by a deliberate click alone."""

    may_phone = allowed(_("by phone"))
    may_sms = allowed(_("by SMS"))
    may_email = allowed(_("by e-mail"))
    may_post = allowed(_("by post"))
    may_visit = allowed(_("in person"))
    may_leave_message = allowed(_("message"))
    safe_days = ArrayField(
        models.CharField(max_length=3, choices=Weekday),
        verbose_name=_("on which days"),
        default=list,
        db_default=[],
        blank=True,
    )
    safe_from = models.TimeField(_("from"), null=True, blank=True)
    safe_until = models.TimeField(_("until"), null=True, blank=True)
    message_as = sealed(_("under which name"))
    may_answer = sealed(_("who may answer"))
    code_word = sealed(_("code word"))
    number = sealed(_("phone number"))
    addresses = sealed(_("e-mail and address"))
    reached_at = SealedTextField(_("what else was agreed"))
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)

    class Meta:
        abstract = True

    WAYS = ["may_phone", "may_sms", "may_email", "may_post", "may_visit"]

    @property
    def safe_contact_is_agreed(self):
        """Whether anything was: silence is no permission."""
        ways = [*self.WAYS, "may_leave_message"]
        return bool(self.reached_at or self.safe_days or any(getattr(self, way) for way in ways))

    @property
    def safe_rule(self):
        """The sentence above every number."""
        if not self.safe_contact_is_agreed:
            return gettext("Nothing is agreed. Do not call her.")
        if self.may_phone == Allowed.NO:
            return gettext("Do not call her.")
        if self.may_phone == Allowed.YES:
            return gettext("You may call her: %(when)s.") % {"when": self.safe_hours or gettext("at any time")}
        return without_numbers(self.reached_at) or gettext("Nothing is agreed about calls. Do not call her.")

    @property
    def safe_words(self):
        """What else was agreed in words, unless the rule says it already."""
        words = without_numbers(self.reached_at)
        return "" if words == self.safe_rule else words

    @property
    def safe_hours(self):
        """On which days and from when until when: "Mon, Tue, 9:00–12:00"."""
        days = ", ".join(str(Weekday(day).label) for day in Weekday.values if day in self.safe_days)
        hours = f"{written(self.safe_from)}–{written(self.safe_until)}" if self.safe_from else ""
        return ", ".join(filter(None, [days, hours]))

    def ways(self, answer):
        """The names of the ways that were answered so."""
        fields = [self._meta.get_field(way) for way in self.WAYS]
        return ", ".join(str(field.verbose_name) for field in fields if getattr(self, field.name) == answer)

    @property
    def ways_allowed(self):
        return self.ways(Allowed.YES)

    @property
    def ways_forbidden(self):
        return self.ways(Allowed.NO)

    @property
    def has_number(self):
        return bool(self.number or self.addresses or self.reached_at != without_numbers(self.reached_at))

    @property
    def is_confirmed_long_ago(self):
        """Lives change: what nobody has confirmed for so long may no longer be safe."""
        if not self.safe_contact_is_agreed:
            return False
        return self.confirmed_on is None or timezone.localdate() - self.confirmed_on > CONFIRMED_FOR

    def next_safe_moment(self, moment):
        """The first moment from this one on that lies in her days and hours."""
        local = timezone.localtime(moment)
        for ahead in range(8):
            day = local.date() + timedelta(days=ahead)
            if self.safe_days and Weekday.values[day.weekday()] not in self.safe_days:
                continue
            first, last = (
                timezone.make_aware(datetime.combine(day, clock))
                for clock in (self.safe_from or time.min, self.safe_until or time.max)
            )
            if max(local, first) < last:
                return max(local, first)
        return moment


def written(clock):
    return f"{clock.hour}:{clock.minute:02}" if clock else ""


HOURS_OF_SAFE_CONTACT = models.CheckConstraint(
    name="client_safe_hours_run_forward",
    condition=Q(safe_from=None, safe_until=None) | Q(safe_until__gt=F("safe_from")),
    violation_error_message=_("The end must be later than the start."),
)

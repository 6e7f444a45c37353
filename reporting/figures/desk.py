"""What a helpline's desk does beside the calls themselves: who talked for how long, what became of promises to call back."""

from django.utils.translation import gettext_lazy as _

from cases.models import CallAttempt, Contact, TalkPart
from cases.vocabulary import AttemptResult
from reporting.figures.dimensions import Choice
from reporting.figures.measures import count, people, share, sum_of, total
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import AT_MOST_TWO, ATTEMPTS, CALLS, CONTACTS, HOURS, ONE_DECIMAL, PERCENT

talks = Contact.objects.talks()
promises = talks.promised()
parts = TalkPart.objects.of_talks()


class DeskFigures(FigureSet):
    talk_hours = Figure(
        _("Hours of talk"),
        total(talks, "minutes", per=60),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all conversations that began in the period, each counted once."),
    )
    talk_hours_of_further_workers = Figure(
        _("Hours of further workers in talks"),
        total(parts, "minutes", per=60),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Time of those who took part in a conversation beside the one who led it."),
    )
    worker_hours_in_talks = Figure(
        _("Hours of workers in talks"),
        sum_of(talk_hours, talk_hours_of_further_workers),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Time in conversations counted for every worker: two workers in one talk count each."),
    )
    call_backs_promised = Figure(
        _("Call-backs promised"),
        count(promises),
        unit=CALLS,
        definition=_("Contacts in which we promised to call back."),
    )
    call_backs_made = Figure(
        _("Call-backs made"),
        count(promises.exclude(followed_up_at=None)),
        unit=CALLS,
        definition=_("Promises of the period that were kept: she was reached, then or later."),
    )
    call_backs_made_share = Figure(
        _("Share of promised call-backs made"),
        share(call_backs_made, call_backs_promised),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_("Call-backs made in per cent of those promised in the period."),
    )
    call_backs_given_up = Figure(
        _("Call-backs given up"),
        count(promises.exclude(given_up_at=None)),
        unit=CALLS,
        definition=_("Promises of the period that were closed with a reason: she was never reached."),
    )
    call_backs_open = Figure(
        _("Call-backs still open"),
        count(promises.to_call_back()),
        unit=CALLS,
        definition=_("Promises of the period that are neither kept nor given up."),
    )
    call_backs_attempts = Figure(
        _("Attempts to call back"),
        count(CallAttempt.objects.all()),
        unit=ATTEMPTS,
        definition=_("Attempts made in the period, whoever answered, also on promises of an earlier one."),
    )
    call_backs_attempts_by_result = Breakdown(
        call_backs_attempts, rows=Choice("result", AttemptResult, _("result"), _("by result"))
    )
    talks_with_several_workers = Figure(
        _("Contacts with several workers"),
        people(parts, "contact"),
        unit=CONTACTS,
        definition=_("Conversations in which more than one worker took part; each is one contact."),
    )

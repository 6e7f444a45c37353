"""A helpline's year."""

from django.utils.translation import gettext_lazy as _

from cases.models import Contact, Participation, Service
from cases.vocabulary import Channel, ServiceKind, Sex, Subject
from programmes.models import Duty, DutyShift, Kind
from reporting.figures.dimensions import Choice, Hour, Month, Weekday
from reporting.figures.measures import count, mean, per_day, sum_of, total
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import (
    AT_MOST_TWO,
    CALLS,
    CHATS,
    HOURS,
    MESSAGES,
    MINUTES,
    SERVICES,
    TREATMENTS,
)

calls = Contact.objects.calls()
talks = Contact.objects.talks()
violence = Contact.objects.about(Subject.VIOLENCE)

month, weekday, hour = Month("started_on"), Weekday("started_weekday"), Hour("started_hour")
sex = Choice("sex", Sex, _("sex"), _("by sex"))
SEVERAL = _("More than one possible: a contact may stand in several rows, and the total counts it once.")


def hours_of(records):
    return total(records, "minutes", per=60)


def taken_part(*kinds):
    return Participation.objects.in_services(*kinds)


class Helpline(VolunteerFigures, kind=Kind.HELPLINE):
    helpline_calls = Figure(
        _("Calls to the helpline"),
        count(calls),
        unit=CALLS,
        definition=_("Answered calls that began in the period. Silent calls, wrong numbers and nuisance count apart."),
    )
    helpline_calls_per_day = Figure(
        _("Calls a day"),
        per_day(helpline_calls),
        unit=CALLS,
        definition=_("Calls to the helpline divided by the days of the period."),
    )
    helpline_call_average_minutes = Figure(
        _("Average length of a call"),
        mean(calls, "minutes"),
        unit=MINUTES,
        definition=_("Minutes of all calls to the helpline divided by their number."),
    )
    office_calls = Figure(
        _("Information and counselling calls to the office"),
        count(Contact.objects.by(Channel.OFFICE_CALL)),
        unit=CALLS,
        definition=_("Answered calls to an office's phone that began in the period."),
    )
    email_counselling = Figure(
        _("Counselling by e-mail"),
        count(Contact.objects.by(Channel.EMAIL)),
        unit=MESSAGES,
        definition=_("E-mails in which we gave counsel in the period."),
    )
    follow_up_treatments = Figure(
        _("Follow-up treatments of single cases"),
        count(Service.objects.counting_as(ServiceKind.FOLLOW_UP)),
        unit=TREATMENTS,
        definition=_("Services that continued the work on a caller's case after the call."),
    )
    chat_counselling = Figure(
        _("Written counselling on the chat platform"),
        count(Contact.objects.by(Channel.CHAT)),
        unit=CHATS,
        definition=_("Chats in which we gave counsel in the period."),
    )
    counselling_services_total = Figure(
        _("Counselling services in all"),
        sum_of(helpline_calls, office_calls, email_counselling, follow_up_treatments, chat_counselling),
        unit=SERVICES,
        definition=_("Calls to the helpline and to the office, e-mails, follow-up treatments and chats together."),
    )
    duty_hours = Figure(
        _("Hours of duty on the helpline"),
        hours_of(DutyShift.objects.on_duty(Duty.PHONE)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all shifts of phone duty that began in the period."),
    )
    chat_duty_hours = Figure(
        _("Hours of duty on the chat platform"),
        hours_of(DutyShift.objects.on_duty(Duty.CHAT)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all shifts of chat duty that began in the period."),
    )
    calls_by_month = Breakdown(helpline_calls, rows=month)
    calls_by_weekday = Breakdown(helpline_calls, rows=weekday)

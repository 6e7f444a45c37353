"""A helpline's year."""

from django.utils.translation import gettext_lazy as _

from cases.models import Contact, Participation, Service
from cases.vocabulary import NO_TALK, Answer, Caller, Channel, ServiceKind, Setting, Sex, Subject, Violence
from programmes.models import Activity, ActivityKind, Attendance, Duty, DutyShift, Kind, Unit, Vocabulary
from reporting.figures.cases import CaseFigures
from reporting.figures.conversations import ConversationFigures
from reporting.figures.desk import DeskFigures
from reporting.figures.dimensions import AnyOf, AnyTerms, By, Choice, Hour, Month, Terms, Weekday
from reporting.figures.duty import DutyFigures
from reporting.figures.interpreters import InterpreterFigures
from reporting.figures.measures import count, mean, people, per_day, share, sum_of, total
from reporting.figures.referrals import ReferralFigures
from reporting.figures.releases import ReleaseFigures
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import (
    AT_MOST_TWO,
    CALLS,
    CHATS,
    CONTACTS,
    EVENTS,
    HOURS,
    MESSAGES,
    MINUTES,
    ONE_DECIMAL,
    PEOPLE,
    PERCENT,
    SERVICES,
    TREATMENTS,
)

calls = Contact.objects.calls()
talks = Contact.objects.talks()
violence = Contact.objects.about(Subject.VIOLENCE)
trainings = Attendance.objects.at(ActivityKind.BASIC_TRAINING)

month, weekday, hour = Month("started_on"), Weekday("started_weekday"), Hour("started_hour")
unit = By("unit", Unit, _("unit"), _("by unit"))
channel = Choice("channel", Channel, _("channel"), _("by channel"))
caller = Choice("caller", Caller, _("who calls"), _("by caller"))
sex = Choice("sex", Sex, _("sex"), _("by sex"))
age = Terms("age_band", Vocabulary.AGE_BAND, _("age"), _("by age"))
kind = AnyOf("kinds", Violence, _("kind of violence"), _("by kind of violence"))
SEVERAL = _("More than one is possible: a contact may stand in several rows, and the total counts it once.")


def hours_of(records):
    return total(records, "minutes", per=60)


def shifts_on(duty):
    return DutyShift.objects.on_duty(duty)


def receivers_of(kind):
    return people(Participation.objects.in_services(kind), "client")


class Helpline(
    ConversationFigures,
    DutyFigures,
    DeskFigures,
    ReleaseFigures,
    ReferralFigures,
    CaseFigures,
    InterpreterFigures,
    VolunteerFigures,
    kind=Kind.HELPLINE,
):
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
    contacts = Figure(
        _("Contacts"),
        count(talks),
        unit=CONTACTS,
        definition=_(
            "Conversations over every channel that began in the period. "
            "Silent calls, wrong numbers and nuisance count apart."
        ),
    )
    contacts_without_talk = Figure(
        _("Silent calls, wrong numbers and nuisance"),
        count(Contact.objects.without_talk()),
        unit=CALLS,
        definition=_("Contacts in which there was no conversation. They stand in no other figure."),
    )
    known_callers_contacts = Figure(
        _("Contacts of people known by a code"),
        count(talks.exclude(client=None)),
        unit=CONTACTS,
        definition=_("Contacts in the period that are linked to a person known by a code; all others were anonymous."),
    )
    known_callers = Figure(
        _("People known by a code"),
        people(talks.exclude(client=None), "client"),
        unit=PEOPLE,
        definition=_(
            "Different people known by a code who talked with us in the period. "
            "Two codes that turned out to be one person count once."
        ),
    )
    violence_contacts = Figure(
        _("Contacts about violence"),
        count(violence),
        unit=CONTACTS,
        definition=_("Contacts over every channel whose subject was violence."),
    )
    violence_share = Figure(
        _("Share of contacts about violence"),
        share(violence_contacts, contacts),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_("Contacts about violence in per cent of all contacts."),
    )
    acute_danger_contacts = Figure(
        _("Contacts with somebody in danger"),
        count(violence.filter(acute_danger=Answer.YES)),
        unit=CONTACTS,
        definition=_("Contacts about violence in which somebody was in danger at that moment."),
    )
    suicidal_contacts = Figure(
        _("Contacts in suicidal distress"),
        count(talks.filter(suicidal=Answer.YES)),
        unit=CONTACTS,
        definition=_("Contacts in which the caller spoke of suicide."),
    )
    children_affected = Figure(
        _("Children affected"),
        total(violence, "children"),
        unit=PEOPLE,
        definition=_("Children whom callers named as affected by the violence; a child named twice counts twice."),
    )
    interpreted_contacts = Figure(
        _("Contacts with an interpreter"),
        count(talks.filter(interpreter=True)),
        unit=CONTACTS,
        definition=_("Contacts in which an interpreter took part."),
    )
    duty_hours = Figure(
        _("Hours of duty on the helpline"),
        hours_of(shifts_on(Duty.PHONE)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_(
            "Length of all shifts of phone duty that began in the period, without those to which nobody came."
        ),
    )
    chat_duty_hours = Figure(
        _("Hours of duty on the chat platform"),
        hours_of(shifts_on(Duty.CHAT)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all shifts of chat duty that began in the period, without those to which nobody came."),
    )
    foreign_language_hours = Figure(
        _("Hours of counselling in foreign languages"),
        hours_of(Service.objects.counting_as(ServiceKind.FOREIGN_LANGUAGE)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all services of counselling in a foreign language."),
    )
    lawyer_hours = Figure(
        _("Hours of the lawyer's counselling"),
        hours_of(Service.objects.counting_as(ServiceKind.LAWYER)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all services of the lawyer's counselling."),
    )
    lawyer_users = Figure(
        _("Users of the lawyer's counselling"),
        receivers_of(ServiceKind.LAWYER),
        unit=PEOPLE,
        definition=_("Different people who received the lawyer's counselling in the period."),
    )
    detective_hours = Figure(
        _("Hours of the police detective's counselling"),
        hours_of(Service.objects.counting_as(ServiceKind.DETECTIVE)),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all services of the police detective's counselling."),
    )
    detective_users = Figure(
        _("Users of the police detective's counselling"),
        receivers_of(ServiceKind.DETECTIVE),
        unit=PEOPLE,
        definition=_("Different people who received the police detective's counselling in the period."),
    )
    intervisions = Figure(
        _("Intervisions for volunteers"),
        count(Activity.objects.held().of_kind(ActivityKind.INTERVISION)),
        unit=EVENTS,
        definition=_("Meetings of peer supervision held for volunteers in the period."),
    )
    supervision_workshops = Figure(
        _("Supervision workshops for volunteers"),
        count(Activity.objects.held().of_kind(ActivityKind.SUPERVISION_WORKSHOP)),
        unit=EVENTS,
        definition=_("Workshops with a supervisor held for volunteers in the period."),
    )
    additional_trainings = Figure(
        _("Additional trainings for volunteers"),
        count(Activity.objects.held().of_kind(ActivityKind.ADDITIONAL_TRAINING)),
        unit=EVENTS,
        definition=_("Trainings for volunteers in the period, without the basic one."),
    )
    volunteer_activities = Figure(
        _("Activities for volunteers"),
        sum_of(intervisions, supervision_workshops, additional_trainings),
        unit=EVENTS,
        definition=_("Intervisions, supervision workshops and additional trainings together."),
    )
    internal_trainings = Figure(
        _("Internal trainings for staff and volunteers"),
        count(Activity.objects.held().of_kind(ActivityKind.INTERNAL_TRAINING)),
        unit=EVENTS,
        definition=_("Internal trainings held for staff and volunteers in the period."),
    )
    staff_supervisions = Figure(
        _("Supervisions for staff of the programme"),
        count(Activity.objects.held().of_kind(ActivityKind.STAFF_SUPERVISION)),
        unit=EVENTS,
        definition=_("Supervisions held for staff of the programme in the period."),
    )
    basic_training_participants = Figure(
        _("Participants of the basic training"),
        people(trainings, "worker"),
        unit=PEOPLE,
        definition=_("Different people who took part in a basic training of volunteers that was held in the period."),
    )
    new_volunteers_trained = Figure(
        _("New volunteers trained"),
        people(trainings.completed(), "worker"),
        unit=PEOPLE,
        definition=_("Different people who completed theory and practice of the basic training in the period."),
    )

    contacts_by_channel = Breakdown(contacts, rows=channel)
    contacts_by_month_and_channel = Breakdown(contacts, rows=month, columns=channel)
    calls_by_month = Breakdown(helpline_calls, rows=month)
    calls_by_weekday = Breakdown(helpline_calls, rows=weekday)
    calls_by_hour = Breakdown(helpline_calls, rows=hour)
    calls_by_hour_and_weekday = Breakdown(helpline_calls, rows=hour, columns=weekday)
    calls_by_unit = Breakdown(helpline_calls, rows=unit)
    call_length_by_month = Breakdown(
        helpline_call_average_minutes,
        rows=month,
        why_not=_("Average lengths of the months do not add up; the last row is that of all calls."),
    )
    contacts_by_subject = Breakdown(
        contacts, rows=Choice("subject", Subject, _("subject"), _("by subject"), without=NO_TALK)
    )
    contacts_by_caller = Breakdown(contacts, rows=caller)
    contacts_by_sex = Breakdown(contacts, rows=sex)
    contacts_by_age_and_sex = Breakdown(contacts, rows=age, columns=sex)
    contacts_by_municipality = Breakdown(
        contacts,
        rows=Terms("municipality", Vocabulary.MUNICIPALITY, _("municipality or region"), _("by municipality")),
    )
    contacts_by_language = Breakdown(
        contacts, rows=Terms("language", Vocabulary.LANGUAGE, _("language"), _("by language"))
    )
    contacts_by_source = Breakdown(
        contacts,
        rows=Terms("heard_from", Vocabulary.HEARD_FROM, _("how she heard of us"), _("by how she heard of us")),
    )
    violence_by_kind = Breakdown(violence_contacts, rows=kind, why_not=SEVERAL)
    violence_by_kind_and_sex = Breakdown(violence_contacts, rows=kind, columns=sex, why_not=SEVERAL)
    violence_by_setting = Breakdown(violence_contacts, rows=Choice("setting", Setting, _("setting"), _("by setting")))
    violence_by_relation = Breakdown(
        violence_contacts,
        rows=Terms("relation", Vocabulary.RELATION, _("perpetrator"), _("by relation to the perpetrator")),
    )
    help_given = Breakdown(
        contacts,
        rows=AnyTerms("given", Vocabulary.HELP_GIVEN, _("what was given"), _("by what was given")),
        why_not=SEVERAL,
    )
    referrals_given = Breakdown(
        contacts,
        rows=AnyTerms("referred_to", Vocabulary.REFERRED_TO, _("referred to"), _("by where she was referred")),
        why_not=SEVERAL,
    )
    duty_hours_by_month = Breakdown(duty_hours, rows=month)

"""What a helpline's desk does beside the calls themselves: who talked for how long."""

from django.utils.translation import gettext_lazy as _

from cases.models import Contact, TalkPart
from reporting.figures.measures import people, sum_of, total
from reporting.figures.sets import Figure, FigureSet
from reporting.printing import AT_MOST_TWO, CONTACTS, HOURS

talks = Contact.objects.talks()
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
    talks_with_several_workers = Figure(
        _("Contacts with several workers"),
        people(parts, "contact"),
        unit=CONTACTS,
        definition=_("Conversations in which more than one worker took part; each is one contact."),
    )

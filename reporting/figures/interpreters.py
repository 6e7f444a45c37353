"""Talks with an interpreter: a part of the figures of whoever talks with people."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from cases.models import InterpreterUse, Participation
from programmes.models import Vocabulary
from reporting.figures.dimensions import Terms
from reporting.figures.measures import count, people, total
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import AT_MOST_TWO, EUR, HOURS, PEOPLE, TALKS

uses = InterpreterUse.objects.all()
interpreted = Participation.objects.filter(Exists(InterpreterUse.objects.filter(service=OuterRef("service"))))


class InterpreterFigures(FigureSet):
    interpreted_talks = Figure(
        _("Talks that somebody interpreted"),
        count(uses),
        unit=TALKS,
        definition=_("Contacts and services of the period with an interpreter; two interpreters in one count twice."),
    )
    interpreter_hours = Figure(
        _("Hours of interpreters"),
        total(uses, "minutes", per=60),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Time for which interpreters worked in contacts and services of the period."),
    )
    interpreter_cost = Figure(
        _("Cost of interpreters"),
        total(uses, "cost"),
        unit=EUR,
        definition=_("What interpreters cost in contacts and services of the period, as it was entered."),
    )
    interpreted_users = Figure(
        _("Users of services with an interpreter"),
        people(interpreted, "client"),
        unit=PEOPLE,
        definition=_("Different people who received at least one service of the period in which somebody interpreted."),
    )
    interpreter_by_language = Breakdown(
        interpreter_hours,
        interpreter_cost,
        interpreted_talks,
        rows=Terms("language", Vocabulary.LANGUAGE, _("language"), _("by language")),
        label=_("Interpreters by language"),
    )

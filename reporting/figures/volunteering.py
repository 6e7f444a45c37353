"""What the yearly report on volunteering asks of an organisation (ZProst, art. 41): also when there was nothing."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Agreement, VolunteerWork, WorkKind
from programmes.vocabulary import YOUNGEST, AgeGroup, Sex
from reporting.figures.dimensions import AgeGroups, Choice
from reporting.figures.measures import count, people, total
from reporting.figures.rows import Dated
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import AGREEMENTS, AT_MOST_TWO, HOURS, PEOPLE

work = VolunteerWork.objects.confirmed()
agreements = Agreement.objects.all()
age = AgeGroups("worker__born_in", AgeGroup, YOUNGEST, _("age group"), _("by age group"))
sex = Choice("worker__sex", Sex, _("sex"), _("by sex"))
kind_of_work = Choice("kind", WorkKind, _("kind of work"), _("by kind of work"))


class VolunteeringFigures(FigureSet):
    volunteers_distinct = Figure(
        _("Different volunteers"),
        people(work, "worker"),
        unit=PEOPLE,
        definition=_(
            "Different people who gave volunteer work to the organisation in the period; "
            "who helps in several programmes counts once."
        ),
    )
    volunteer_hours = Figure(
        _("Volunteer hours in all"),
        total(work, "hours"),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of volunteer work in all programmes and bodies of the organisation."),
    )
    volunteer_agreements = Figure(
        _("Agreements on volunteer work"),
        count(agreements),
        unit=AGREEMENTS,
        definition=_("Written agreements that were valid on at least one day of the period."),
    )
    volunteer_agreements_new = Figure(
        _("Agreements concluded in the period"),
        count(Dated(agreements, "valid_from")),
        unit=AGREEMENTS,
        definition=_("Written agreements whose first day lies in the period."),
    )
    volunteers_by_age_and_sex = Breakdown(
        volunteers_distinct,
        rows=age,
        columns=sex,
        definition=_(
            "Different people who gave volunteer work, by the age that they reached in the year of the report."
        ),
    )
    volunteer_hours_by_age_and_kind = Breakdown(volunteer_hours, rows=age, columns=kind_of_work)

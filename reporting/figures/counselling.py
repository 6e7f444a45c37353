"""The year of a counselling programme."""

from django.utils.translation import gettext_lazy as _

from cases.models import Group, Participation, Service, age_on
from cases.vocabulary import ServiceKind, Sex
from programmes.models import Kind, Vocabulary
from reporting.figures.cases import CaseFigures
from reporting.figures.dimensions import Band, By, Choice, Month, Terms
from reporting.figures.duty import DutyFigures
from reporting.figures.interpreters import InterpreterFigures
from reporting.figures.measures import (
    count,
    difference,
    highest,
    mean_of,
    people,
    planned,
    row,
    share,
    sum_of_parts,
    total,
)
from reporting.figures.releases import ReleaseFigures
from reporting.figures.rows import FirstOfEach, OnlyOnce
from reporting.figures.sets import Breakdown, Each, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import (
    AT_MOST_ONE,
    AT_MOST_TWO,
    CHILDREN,
    HOURS,
    PEOPLE,
    PERCENT,
    PERSON_MONTHS,
    SERVICES,
    YEARS,
)

FULL_AGE_OF_CHILDREN = 15

taken_part = Participation.objects.all()
age = age_on("service__started_on")
month = Month("service__started_on")
users_first = FirstOfEach(Participation.objects.younger_than(FULL_AGE_OF_CHILDREN), "client", "service__started_on")


class Counselling(
    DutyFigures, ReleaseFigures, CaseFigures, InterpreterFigures, VolunteerFigures, kind=Kind.COUNSELLING
):
    users = Figure(
        _("Users included"),
        people(taken_part, "client"),
        unit=PEOPLE,
        definition=_("Different people who received at least one service in the period."),
    )
    users_planned = Figure(
        _("Users planned"),
        planned(users),
        unit=PEOPLE,
        definition=_("Number of users that the plan of the year promises."),
    )
    users_over_plan = Figure(
        _("Users over the plan"),
        difference(users, users_planned),
        unit=PEOPLE,
        definition=_("Users included less users planned."),
    )
    users_over_plan_share = Figure(
        _("Users over the plan, in per cent"),
        share(users_over_plan, users_planned),
        unit=PERCENT,
        decimals=0,
        definition=_("Users over the plan in per cent of users planned."),
    )
    single_visit_users = Figure(
        _("Sought help once"),
        people(OnlyOnce(taken_part, "client"), "client"),
        unit=PEOPLE,
        definition=_("People who received exactly one service in the period."),
    )
    children_under_15 = Figure(
        _("Children under 15"),
        people(users_first, "client"),
        unit=CHILDREN,
        definition=_("Users who were under 15 years old on the day of their first service in the period."),
    )
    oldest_user_age = Figure(
        _("Age of the oldest user"),
        highest(taken_part, age),
        unit=YEARS,
        definition=_("Highest age of a user on the day of a service in the period."),
    )
    services_total = Figure(
        _("Services in all"),
        count(Service.objects.all()),
        unit=SERVICES,
        definition=_("Services of every kind that began in the period."),
    )
    counselling_hours = Figure(
        _("Hours of counselling"),
        total(Service.objects.counting_as(ServiceKind.COUNSELLING), "minutes", per=60),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all services of counselling. Two workers in one talk make one service."),
    )
    group_members = Figure(
        _("Members of support groups"),
        people(taken_part.exclude(service__group=None), "client"),
        unit=PEOPLE,
        definition=_("Different people who came to at least one meeting of a support group in the period."),
    )
    users_by_month = Breakdown(
        users,
        rows=month,
        why_not=_("Somebody who comes in several months counts in each; the total counts everybody once."),
    )
    person_months = Figure(
        _("Person-months"),
        sum_of_parts(users_by_month),
        unit=PERSON_MONTHS,
        definition=_("Everybody counts once in each month in which she or he received a service."),
    )
    average_users_per_month = Figure(
        _("Users a month on average"),
        mean_of(users_by_month),
        unit=PEOPLE,
        decimals=AT_MOST_ONE,
        definition=_("Different users of each month, averaged over the months of the period."),
    )
    users_by_sex = Breakdown(users, rows=Choice("client__sex", Sex, _("sex"), _("by sex")))
    users_by_age = Breakdown(
        users,
        rows=Band(age, Vocabulary.AGE_BAND, _("age"), _("by age")),
        why_not=_(
            "Somebody who has a birthday between two services may stand in two bands; the total counts her once."
        ),
    )
    users_by_municipality = Breakdown(
        users,
        rows=Terms("client__municipality", Vocabulary.MUNICIPALITY, _("municipality or region"), _("by municipality")),
    )
    services_by_kind = Breakdown(
        services_total, rows=Terms("kind", Vocabulary.SERVICE_KIND, _("kind of service"), _("by kind of service"))
    )
    services_by_month = Breakdown(services_total, rows=Month("started_on"))
    members_by_group = Breakdown(
        group_members,
        rows=By("service__group", Group, _("group"), _("by group")),
        why_not=_("Somebody may come to several groups; the total counts her once."),
    )
    members_of_groups = Each(
        members_by_group,
        row,
        key="{part}_members",
        label=_("Members: {part}"),
        unit=PEOPLE,
        definition=_("Different people who came to at least one meeting of this group in the period."),
    )

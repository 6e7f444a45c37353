"""A shelter's year."""

from django.utils.translation import gettext_lazy as _

from cases.models import Participation, Service
from cases.vocabulary import ServiceKind
from programmes.models import Kind, Vocabulary
from reporting.figures.dimensions import Choice, Terms
from reporting.figures.measures import count, people, ratio, row_share, total
from reporting.figures.residence import ResidenceFigures, service_kind
from reporting.figures.rows import Without
from reporting.figures.sets import Breakdown, Each, Figure
from reporting.printing import (
    ACTIVITIES,
    AT_MOST_TWO,
    ENQUIRIES,
    HOURS,
    INTERVIEWS,
    ONE_DECIMAL,
    PEOPLE,
    PERCENT,
    SERVICES,
    WOMEN,
)
from shelters.models import Enquiry, Outcome, Stay, participations_during

interviews = Enquiry.objects.interviewed()
women_taking_part = participations_during(Stay.objects.of_women())
children_taking_part = participations_during(Stay.objects.of_children())
without_stay = Without(Participation.objects.all(), "client", Stay.objects.all())
individual = Service.objects.counting_as(ServiceKind.PSYCHOSOCIAL_SUPPORT, ServiceKind.PLAN_COUNSELLING)


def services(kind, label, definition, unit=SERVICES):
    return Figure(label, count(Service.objects.counting_as(kind)), unit=unit, definition=definition)


def hours_taken_part(participations):
    return total(participations, "service__minutes", per=60)


class Shelter(ResidenceFigures, kind=Kind.SHELTER):
    enquiries = Figure(
        _("Enquiries for a place"),
        count(Enquiry.objects.all()),
        unit=ENQUIRIES,
        definition=_("Enquiries that came in during the period."),
    )
    introductory_interviews = Figure(
        _("Introductory interviews"),
        count(interviews),
        unit=INTERVIEWS,
        definition=_("Enquiries of the period that reached an introductory interview."),
    )
    declined_after_interview = Figure(
        _("Decided against a stay"),
        count(interviews.declined()),
        unit=WOMEN,
        definition=_("Enquiries of the period in which she declined the place after the introductory interview."),
    )
    former_and_potential_users = Figure(
        _("Former and potential users"),
        people(without_stay, "client"),
        unit=PEOPLE,
        definition=_("Different people who received a service in the period and had no stay here in the period."),
    )
    former_users = Figure(
        _("Former users"),
        people(without_stay, "client"),
        unit=PEOPLE,
        definition=_("Different people who received a service in the period and had no stay here in the period."),
    )
    services_former_potential = Figure(
        _("Services for former and potential users"),
        people(without_stay, "service"),
        unit=SERVICES,
        definition=_("Services of the period with at least one receiver who had no stay here in the period."),
    )
    individual_support_hours = Figure(
        _("Hours of individual psychosocial support"),
        total(individual, "minutes", per=60),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Length of all services of psychosocial support and of counselling on the individual plan."),
    )
    accompaniments = services(
        ServiceKind.ADVOCACY,
        _("Accompaniments and advocacies"),
        _("Services of going along to, and speaking for her at, an institution."),
    )
    psychosocial_support = services(
        ServiceKind.PSYCHOSOCIAL_SUPPORT,
        _("Psychosocial support for residents"),
        _("Services of psychosocial support."),
    )
    individual_plan_counselling = services(
        ServiceKind.PLAN_COUNSELLING,
        _("Counselling on the individual plan"),
        _("Services of counselling on the individual plan."),
    )
    child_support_services = services(
        ServiceKind.CHILD_SUPPORT,
        _("Psychosocial support for children"),
        _("Services of psychosocial support for children."),
    )
    advocacy_and_mdt = services(
        ServiceKind.ADVOCACY,
        _("Advocacy, accompaniment and teams of institutions"),
        _("Services of advocacy and accompaniment, and meetings of multidisciplinary teams."),
    )
    group_activities = services(
        ServiceKind.GROUP_ACTIVITY,
        _("Group activities with women"),
        _("Group activities with women that were held in the period."),
        unit=ACTIVITIES,
    )
    joint_activities = services(
        ServiceKind.JOINT_ACTIVITY,
        _("Activities with women and children together"),
        _("Activities with women and children together that were held in the period."),
        unit=ACTIVITIES,
    )
    crisis_interventions_out_of_hours = services(
        ServiceKind.CRISIS_INTERVENTION,
        _("Crisis interventions out of hours"),
        _("Crisis interventions outside working hours."),
    )
    active_hours = Figure(
        _("Hours of active inclusion"),
        hours_taken_part(participations_during(Stay.objects.all())),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of services that residents took part in during their stay; each of them counts her own."),
    )
    women_active_hours = Figure(
        _("Hours of active inclusion of women"),
        hours_taken_part(women_taking_part),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of services that women took part in during their stay."),
    )
    children_active_hours = Figure(
        _("Hours of active inclusion of children"),
        hours_taken_part(children_taking_part),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of services that children took part in during their stay."),
    )
    active_hours_per_person_month = Figure(
        _("Hours of active inclusion a month"),
        ratio(active_hours, ResidenceFigures.person_months),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of active inclusion divided by person-months."),
    )
    women_active_hours_per_month = Figure(
        _("Hours of active inclusion of a woman a month"),
        ratio(women_active_hours, ResidenceFigures.women_person_months),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of active inclusion of women divided by their person-months."),
    )
    children_active_hours_per_month = Figure(
        _("Hours of active inclusion of a child a month"),
        ratio(children_active_hours, ResidenceFigures.children_person_months),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of active inclusion of children divided by their person-months."),
    )

    interviews_by_referrer = Breakdown(
        introductory_interviews,
        rows=Terms("referrer", Vocabulary.REFERRER, _("referred by"), _("by who referred her")),
    )
    informed_by = Each(
        interviews_by_referrer,
        row_share,
        key="informed_by_{part}",
        label=_("Referred by: {part}"),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_("Introductory interviews to which she was referred from there, in per cent of all interviews."),
    )
    enquiries_by_outcome = Breakdown(enquiries, rows=Choice("outcome", Outcome, _("outcome"), _("by outcome")))
    individual_support_hours_by_kind = Breakdown(individual_support_hours, rows=service_kind)

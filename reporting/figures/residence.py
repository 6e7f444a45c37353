"""What every house with beds counts: nights, people, admissions, discharges."""

from django.utils.translation import gettext_lazy as _

from cases.models import Service, age_on
from cases.vocabulary import Sex
from programmes.models import Vocabulary
from reporting.figures.cases import CaseFigures
from reporting.figures.dimensions import Band, By, Choice, Month, Terms
from reporting.figures.duty import DutyFigures
from reporting.figures.measures import count, mean, mean_of, people, per_month, share, sum_of_parts
from reporting.figures.releases import ReleaseFigures
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import (
    ADMISSIONS,
    AT_MOST_ONE,
    BED_NIGHTS,
    CHILDREN,
    DAYS,
    NIGHTS,
    ONE_DECIMAL,
    PEOPLE,
    PERCENT,
    PERSON_MONTHS,
    SERVICES,
    STAYS,
    WOMEN,
)
from shelters.models import Admission, BedNight, DayOfStay, Discharge, House, Night, NightsBetween

nights = Night.objects.all()
month, house = Month("on"), By("house", House, _("house"), _("by house"))
arrival, departure = Month("arrived_on"), Month("left_on")
sex_of_guest = Choice("client__sex", Sex, _("sex"), _("by sex"))
age_at_arrival = Band(age_on("arrived_on"), Vocabulary.AGE_BAND, _("age"), _("by age at admission"))
length = NightsBetween("left_on", "arrived_on")
length_band = Band(length, Vocabulary.LENGTH_BAND, _("length of stay"), _("by length of stay"))
referrer = Terms("referrer", Vocabulary.REFERRER, _("referred by"), _("by who referred her"))
service_kind = Terms("kind", Vocabulary.SERVICE_KIND, _("kind of service"), _("by kind of service"))
MONTHS_OF_PEOPLE = _("Somebody who stays over the end of a month counts in both; the total counts everybody once.")
SHARES = _("Shares do not add up; the last row is that of the whole period.")


class ResidenceFigures(DutyFigures, ReleaseFigures, CaseFigures, VolunteerFigures):
    women = Figure(
        _("Women who stayed"),
        people(nights.of_women(), "client"),
        unit=WOMEN,
        definition=_("Different women who spent at least one night of the period in the programme's houses."),
    )
    children = Figure(
        _("Children who stayed"),
        people(nights.of_children(), "client"),
        unit=CHILDREN,
        definition=_("Different children who spent at least one night of the period in the programme's houses."),
    )
    residents = Figure(
        _("Women and children who stayed"),
        people(nights, "client"),
        unit=PEOPLE,
        definition=_("Different people who spent at least one night of the period in the programme's houses."),
    )
    nights = Figure(
        _("Nights"),
        count(nights),
        unit=NIGHTS,
        definition=_("One for each midnight of the period that each person spent in the house."),
    )
    nights_per_month = Figure(
        _("Nights a month"),
        per_month(nights),
        unit=NIGHTS,
        decimals=AT_MOST_ONE,
        definition=_("Nights of the period divided by its months."),
    )
    bed_nights = Figure(
        _("Bed-nights available"),
        count(BedNight.objects.all()),
        unit=BED_NIGHTS,
        definition=_(
            "One for each bed and each night of the period in which it could be used; closed beds do not count."
        ),
    )
    occupancy = Figure(
        _("Occupancy of all capacity"),
        share(nights, bed_nights),
        unit=PERCENT,
        definition=_("Nights in per cent of the bed-nights available."),
    )
    days_of_stay = Figure(
        _("Days of stay"),
        count(DayOfStay.objects.all()),
        unit=DAYS,
        definition=_(
            "One for each calendar day of the period that each person's stay touches, "
            "the day of arrival and that of departure included."
        ),
    )
    admissions = Figure(
        _("Admissions"),
        count(Admission.objects.all()),
        unit=ADMISSIONS,
        definition=_("Stays of women and children that began in the period."),
    )
    admitted_women = Figure(
        _("Women admitted"),
        count(Admission.objects.of_women()),
        unit=WOMEN,
        definition=_("Stays of women that began in the period."),
    )
    admitted_children = Figure(
        _("Children admitted"),
        count(Admission.objects.of_children()),
        unit=CHILDREN,
        definition=_("Stays of children that began in the period."),
    )
    discharges = Figure(
        _("Departures"),
        count(Discharge.objects.all()),
        unit=STAYS,
        definition=_("Stays of women and children that ended in the period."),
    )
    discharged_women = Figure(
        _("Women who left"),
        count(Discharge.objects.of_women()),
        unit=WOMEN,
        definition=_("Stays of women that ended in the period."),
    )
    average_stay = Figure(
        _("Average length of a stay"),
        mean(Discharge.objects.of_women(), length),
        unit=DAYS,
        decimals=ONE_DECIMAL,
        definition=_("Nights from arrival to departure, averaged over the stays of women that ended in the period."),
    )
    services_total = Figure(
        _("Services for women and their children"),
        count(Service.objects.all()),
        unit=SERVICES,
        definition=_("Services of every kind that began in the period."),
    )

    residents_by_month = Breakdown(residents, rows=month, why_not=MONTHS_OF_PEOPLE)
    women_by_month = Breakdown(women, rows=month, why_not=MONTHS_OF_PEOPLE)
    children_by_month = Breakdown(children, rows=month, why_not=MONTHS_OF_PEOPLE)
    person_months = Figure(
        _("Person-months"),
        sum_of_parts(residents_by_month),
        unit=PERSON_MONTHS,
        definition=_("Everybody counts once in each month in which she or he spent a night here."),
    )
    women_person_months = Figure(
        _("Person-months of women"),
        sum_of_parts(women_by_month),
        unit=PERSON_MONTHS,
        definition=_("Every woman counts once in each month in which she spent a night here."),
    )
    children_person_months = Figure(
        _("Person-months of children"),
        sum_of_parts(children_by_month),
        unit=PERSON_MONTHS,
        definition=_("Every child counts once in each month in which it spent a night here."),
    )
    average_residents_per_month = Figure(
        _("Residents a month on average"),
        mean_of(residents_by_month),
        unit=PEOPLE,
        decimals=AT_MOST_ONE,
        definition=_("Person-months divided by the months of the period."),
    )

    nights_by_month = Breakdown(nights, rows=month)
    days_by_month = Breakdown(days_of_stay, rows=month)
    nights_by_month_and_house = Breakdown(nights, rows=month, columns=house)
    occupancy_by_month = Breakdown(occupancy, rows=month, why_not=SHARES)
    occupancy_by_house = Breakdown(occupancy, rows=house, why_not=SHARES)
    occupancy_by_month_and_house = Breakdown(occupancy, rows=month, columns=house, why_not=SHARES)
    residents_by_sex = Breakdown(residents, rows=sex_of_guest)
    admissions_by_month = Breakdown(admissions, rows=arrival)
    admissions_by_age_and_sex = Breakdown(admissions, rows=age_at_arrival, columns=sex_of_guest)
    women_by_age = Breakdown(admitted_women, rows=age_at_arrival)
    women_by_referrer = Breakdown(admitted_women, rows=referrer)
    women_by_reason = Breakdown(
        admitted_women, rows=Terms("reason", Vocabulary.REASON, _("reason"), _("by reason of the stay"))
    )
    discharges_by_month = Breakdown(discharges, rows=departure)
    women_by_destination = Breakdown(
        discharged_women, rows=Terms("destination", Vocabulary.DESTINATION, _("where to"), _("by where she went"))
    )
    women_by_length = Breakdown(discharged_women, rows=length_band)
    services_by_kind = Breakdown(services_total, rows=service_kind)

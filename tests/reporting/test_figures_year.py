"""Small years counted by hand, with the hours that summer time takes and gives and the ends of the year."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from cases.vocabulary import Sex, Subject
from programmes.models import EngagementKind, Kind, Vocabulary, VolunteerWork
from programmes.records import Period
from reporting.figures import (
    Counselling,
    CrisisCentre,
    Helpline,
    OrganisationFigures,
    Scope,
    Shelter,
    compute,
    compute_all,
    one_moment,
    reads_one_moment,
)
from reporting.models import Plan
from tests.factories import (
    BedFactory,
    ClientFactory,
    ClosureFactory,
    ContactFactory,
    DutyShiftFactory,
    EngagementFactory,
    EnquiryFactory,
    HouseholdFactory,
    ProgrammeFactory,
    ServiceFactory,
    TermFactory,
    UnitFactory,
    WorkerFactory,
    stay_in,
)
from tests.reporting.years import at

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


def figures_of(figure_set, programme, period=YEAR):
    return compute(figure_set, Scope.programme_in(programme, period))


def exact(results, *keys):
    return [results[key].exact for key in keys]


def by_row(table):
    return {row.key: cells if len(cells) > 1 else cells[0] for row, cells in zip(table.rows, table.cells, strict=True)}


@pytest.fixture
def helpline():
    return ProgrammeFactory(kind=Kind.HELPLINE)


@pytest.fixture
def shelter():
    return ProgrammeFactory(kind=Kind.SHELTER)


def test_a_call_belongs_to_the_year_by_the_clock_on_the_wall(helpline):
    for moment in [at(2020, 12, 31, 23, 59), at(2021, 1, 1, 0, 0), at(2021, 12, 31, 23, 59), at(2022, 1, 1, 0, 0)]:
        ContactFactory(programme=helpline, started_at=moment, minutes=30)
    results = figures_of(Helpline, helpline)
    assert exact(results, "helpline_calls", "helpline_call_average_minutes") == [2, 30]
    months = by_row(results["calls_by_month"])
    assert (months["2021-01"], months["2021-12"]) == (1, 1)
    assert sum(months.values()) == 2


def test_the_hour_that_comes_twice_in_october_holds_the_calls_of_both(helpline):
    twice = at(2021, 10, 31, 2, 30)
    for moment in (twice, twice.replace(fold=1), at(2021, 3, 28, 1, 59), at(2021, 3, 28, 3, 0)):
        ContactFactory(programme=helpline, started_at=moment)
    hours = by_row(figures_of(Helpline, helpline)["calls_by_hour"])
    assert {hour: calls for hour, calls in hours.items() if calls} == {"1": 1, "2": 2, "3": 1}


def test_round_the_clock_duty_of_a_year_is_8760_hours_with_both_clock_changes(helpline):
    moments = [at(2021, month, 1, 0) for month in range(1, 13)] + [at(2022, 1, 1, 0)]
    for first, after in pairwise(moments):
        DutyShiftFactory(programme=helpline, starts_at=first, ends_at=after)
    results = figures_of(Helpline, helpline)
    assert results["duty_hours"].exact == 8760
    assert by_row(results["duty_hours_by_month"])["2021-03"] == 31 * 24 - 1
    assert by_row(results["duty_hours_by_month"])["2021-10"] == 31 * 24 + 1


def test_silent_calls_count_apart_and_several_kinds_of_violence_count_one_contact(helpline):
    ContactFactory(programme=helpline, started_at=at(2021, 2, 1), kinds=["physical", "economic"])
    ContactFactory(programme=helpline, started_at=at(2021, 2, 2), kinds=["physical"])
    ContactFactory(programme=helpline, started_at=at(2021, 2, 2), kinds=[])
    ContactFactory(programme=helpline, started_at=at(2021, 2, 3), subject=Subject.SILENT)
    ContactFactory(programme=helpline, started_at=at(2021, 2, 3), subject=Subject.MONEY, channel="chat")
    results = figures_of(Helpline, helpline)
    assert exact(results, "contacts", "contacts_without_talk", "violence_contacts") == [4, 1, 3]
    assert exact(results, "helpline_calls", "chat_counselling", "counselling_services_total") == [3, 1, 4]
    assert results["violence_share"].exact == 75
    kinds = results["violence_by_kind"]
    found = by_row(kinds)
    assert (found["physical"], found["economic"], found["sexual"], found["not_recorded"]) == (2, 1, 0, 1)
    assert kinds.total == 3
    assert kinds.why_not


def test_another_programmes_and_another_organisations_records_are_not_hers(helpline):
    ContactFactory(programme=helpline, started_at=at(2021, 2, 1))
    ContactFactory(programme=ProgrammeFactory(organisation=helpline.organisation), started_at=at(2021, 2, 1))
    ContactFactory(programme=ProgrammeFactory(), started_at=at(2021, 2, 1))
    assert figures_of(Helpline, helpline)["helpline_calls"].exact == 1


def test_a_part_of_which_is_shown_below_its_whole_and_not_added(shelter):
    social_work = TermFactory(programme=shelter, vocabulary=Vocabulary.REFERRER, key="csd", label_sl="CSD")
    night_service = TermFactory(programme=shelter, vocabulary=Vocabulary.REFERRER, key="night", parent=social_work)
    police = TermFactory(programme=shelter, vocabulary=Vocabulary.REFERRER, key="police")
    for number, referrer in enumerate([social_work, night_service, night_service, police]):
        EnquiryFactory(
            programme=shelter,
            number=number + 1,
            asked_at=at(2021, 3, 1),
            interviewed_on=date(2021, 3, 2),
            referrer=referrer,
        )
    results = figures_of(Shelter, shelter)
    table = results["interviews_by_referrer"]
    assert [(row.key, row.parent) for row in table.rows] == [("csd", ""), ("night", "csd"), ("police", "")]
    assert by_row(table) == {"csd": 3, "night": 2, "police": 1}
    assert table.total == 4
    assert [value.exact for value in results[Shelter.informed_by]] == [75, 25]
    assert "CSD" in results["informed_by_csd"].label


@pytest.fixture
def house_with_guests(shelter):
    """Ana from 30 December to 2 January and again in March, her child in January, Eva from 30 November on."""
    bed = BedFactory(room__house__programme=shelter)
    cot, other = BedFactory(room=bed.room), BedFactory(room=bed.room, opened_on=date(2021, 7, 1))
    ClosureFactory(bed=cot, closed_on=date(2021, 2, 1), reopens_on=date(2021, 2, 11))
    guests = {"organisation": shelter.organisation, "sex": Sex.WOMAN}
    ana, eva = ClientFactory(**guests, born_on=date(1990, 3, 2)), ClientFactory(**guests, born_in=1960)
    child = ClientFactory(organisation=shelter.organisation, sex=Sex.OTHER, born_on=date(2012, 2, 29))
    stay_in(bed, client=ana, arrived_at=at(2020, 12, 30, 20), left_at=at(2021, 1, 2, 9))
    stay_in(bed, client=ana, arrived_at=at(2021, 3, 27, 23), left_at=at(2021, 3, 29, 1))
    stay_in(cot, client=child, resident="child", arrived_at=at(2021, 1, 31, 23), left_at=at(2021, 2, 1, 1))
    stay_in(other, client=eva, arrived_at=at(2021, 11, 30, 3), left_at=None)
    return shelter


def test_nights_days_and_people_of_a_shelter(house_with_guests):
    results = figures_of(Shelter, house_with_guests)
    # Ana 1 January night, 27 and 28 March; the child 31 January; Eva 30 November to 31 December
    assert by_row(results["nights_by_month"]) == {
        f"2021-{month:02}": nights
        for month, nights in zip(range(1, 13), [2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 31], strict=True)
    }
    assert exact(results, "nights", "women", "children", "residents") == [36, 2, 1, 3]
    # Ana 1 and 2 January, 27 to 29 March; the child 31 January and 1 February; Eva 32 days
    assert results["days_of_stay"].exact == 2 + 3 + 2 + 32
    assert results["nights_per_month"].exact == 3
    assert by_row(results["residents_by_month"])["2021-01"] == 2
    assert exact(results, "person_months", "women_person_months") == [5, 4]
    assert results["average_residents_per_month"].exact == Fraction(5, 12)
    assert exact(results, "admitted_women", "admitted_children", "discharged_women") == [2, 1, 2]
    assert results["average_stay"].exact == Fraction(3 + 2, 2)


def test_occupancy_counts_only_beds_that_could_be_used(house_with_guests):
    results = figures_of(Shelter, house_with_guests)
    assert results["bed_nights"].exact == 365 + (365 - 10) + 184
    assert results["occupancy"].exact == Fraction(36 * 100, 904)
    assert by_row(results["occupancy_by_month"])["2021-12"] == Fraction(31 * 100, 93)
    assert results["occupancy_by_month"].total == results["occupancy"].exact


def test_an_age_is_that_of_the_day_and_a_year_of_birth_will_do(house_with_guests):
    for lower, upper in [(0, 17), (18, 30), (31, 60), (61, None)]:
        TermFactory(
            programme=house_with_guests, vocabulary=Vocabulary.AGE_BAND, key=f"from-{lower}", lower=lower, upper=upper
        )
    results = figures_of(Shelter, house_with_guests)
    # the child is 8 on 31 January, Ana 31 since 2 March, Eva 61 by her year
    assert by_row(results["admissions_by_age_and_sex"]) == {
        "from-0": [0, 0, 1, 0],
        "from-18": [0, 0, 0, 0],
        "from-31": [1, 0, 0, 0],
        "from-61": [1, 0, 0, 0],
    }


def test_lengths_that_no_band_holds_are_shown_and_not_lost(house_with_guests):
    TermFactory(programme=house_with_guests, vocabulary=Vocabulary.LENGTH_BAND, key="short", lower=0, upper=2)
    table = figures_of(Shelter, house_with_guests)["women_by_length"]
    assert by_row(table) == {"short": 1, "outside": 1}
    assert table.total == 2


def test_active_hours_are_those_of_residents_while_they_stay(house_with_guests):
    guests = {stay.client for stay in house_with_guests.stays.select_related("client")}
    stranger = ClientFactory(organisation=house_with_guests.organisation)
    ServiceFactory(programme=house_with_guests, started_at=at(2021, 12, 5), minutes=90, receivers=[*guests, stranger])
    ServiceFactory(programme=house_with_guests, started_at=at(2021, 6, 1), minutes=60, receivers=guests)  # nobody stays
    results = figures_of(Shelter, house_with_guests)
    assert results["active_hours"].exact == Fraction(90, 60)  # Eva alone stays in December
    assert results["active_hours_per_person_month"].exact == Fraction(3, 10)
    # the stranger has no stay at all; Ana and the child have one in the year
    assert exact(results, "former_and_potential_users", "services_former_potential") == [1, 1]


def test_a_night_admission_is_of_a_household_and_between_22_and_6():
    centre = ProgrammeFactory(kind=Kind.CRISIS_CENTRE)
    room = BedFactory(room__house__programme=centre).room
    for moment, guests in [(at(2021, 5, 1, 22), 2), (at(2021, 5, 2, 5, 59), 1), (at(2021, 5, 3, 6), 1)]:
        household = HouseholdFactory(programme=centre)
        for _ in range(guests):
            stay_in(BedFactory(room=room), arrived_at=moment, left_at=at(2021, 5, 20), household=household)
    results = figures_of(CrisisCentre, centre)
    assert exact(results, "admissions", "night_admissions") == [4, 2]


def test_users_of_counselling_are_people_and_the_plan_stands_beside_them():
    programme = ProgrammeFactory(kind=Kind.COUNSELLING)
    girl = ClientFactory(organisation=programme.organisation, born_on=date(2006, 6, 15))
    woman, once = (ClientFactory(organisation=programme.organisation, born_in=born) for born in (1955, None))
    for client, moment in [
        (girl, at(2021, 6, 14)),
        (girl, at(2021, 6, 15)),
        (woman, at(2020, 12, 31)),
        (woman, at(2021, 1, 4)),
        (woman, at(2021, 2, 4)),
        (once, at(2021, 2, 5)),
    ]:
        ServiceFactory(programme=programme, started_at=moment, minutes=45, receivers=[client])
    Plan.objects.create(programme=programme, year=2021, figure="users", value=2)
    Plan.objects.create(programme=programme, year=2022, figure="users", value=50)
    results = figures_of(Counselling, programme)
    assert exact(results, "users", "users_planned", "users_over_plan", "single_visit_users") == [3, 2, 1, 1]
    assert results["children_under_15"].exact == 1, "she was 14 on the day of her first service"
    assert results["oldest_user_age"].exact == 66
    assert results["counselling_hours"].exact == Fraction(5 * 45, 60)
    assert results["average_users_per_month"].exact == Fraction(1 + 2 + 1, 12)
    assert by_row(results["users_by_month"])["2021-02"] == 2


def test_who_helps_in_two_programmes_is_one_volunteer_of_the_organisation(helpline):
    organisation = helpline.organisation
    board = ProgrammeFactory(organisation=organisation, kind=Kind.GOVERNANCE)
    units = [UnitFactory(programme=helpline, key="ljubljana"), UnitFactory(programme=helpline, key="celje")]
    vida, mojca = (WorkerFactory(organisation=organisation) for _ in range(2))
    for worker, programme, unit, hours in [
        (vida, helpline, units[0], "2.5"),
        (vida, helpline, units[1], "1"),
        (mojca, helpline, units[0], "4"),
        (vida, board, None, "10"),
    ]:
        VolunteerWork.objects.create(
            worker=worker, programme=programme, unit=unit, on=date(2021, 9, 1), hours=Decimal(hours)
        )
    results = compute(OrganisationFigures, Scope(YEAR, organisation))
    assert exact(results, "volunteers_distinct", "volunteer_participations", "volunteer_hours") == [
        2,
        3,
        Decimal("17.5"),
    ]
    table = results["volunteer_table"]
    assert by_row(table) == {helpline.key: [2, Decimal("7.5")], board.key: [1, Decimal(10)]}
    assert table.column_totals == [2, Decimal("17.5")]
    hers = figures_of(Helpline, helpline)
    assert exact(hers, "volunteers", "volunteers_ljubljana", "volunteers_celje") == [2, 2, 1]
    assert exact(hers, "volunteer_hours_ljubljana", "volunteer_hours_celje") == [Decimal("6.5"), 1]


def test_employees_are_those_of_the_last_day(helpline):
    for started, ended in [
        (date(2015, 1, 1), None),
        (date(2015, 1, 1), date(2021, 12, 31)),
        (date(2021, 12, 31), None),
        (date(2022, 1, 1), None),
    ]:
        worker = WorkerFactory(organisation=helpline.organisation)
        EngagementFactory(worker=worker, kind=EngagementKind.EMPLOYEE, started_on=started, ended_on=ended)
    results = compute(OrganisationFigures, Scope(YEAR, helpline.organisation))
    assert results["employees"].exact == 2


def test_months_and_days_of_other_periods_than_a_year(helpline):
    ContactFactory.create_batch(3, programme=helpline, started_at=at(2021, 2, 10))
    results = figures_of(Helpline, helpline, Period(date(2021, 2, 1), date(2021, 3, 15)))
    assert [row.key for row in results["calls_by_month"].rows] == ["2021-02", "2021-03"]
    assert results["helpline_calls_per_day"].exact == Fraction(3, 28 + 15)
    assert results.scope.months_passed == 1 + Fraction(15, 31)
    two_years = figures_of(Helpline, helpline, Period(date(2020, 1, 1), date(2021, 12, 31)))
    assert [row.key for row in two_years["calls_by_month"].rows][11:13] == ["2020-12", "2021-01"]


def test_a_running_year_is_measured_by_what_has_passed_of_it(helpline, shelter):
    today = timezone.localdate()
    year, passed = Period.year(today.year), today.timetuple().tm_yday
    ContactFactory.create_batch(2, programme=helpline, started_at=timezone.now())
    results = figures_of(Helpline, helpline, year)
    assert results["helpline_calls_per_day"].exact == Fraction(2, passed)
    bed = BedFactory(room__house__programme=shelter)
    stay_in(bed, arrived_at=at(today.year, 1, 1, 12), left_at=None)
    results = figures_of(Shelter, shelter, year)
    assert exact(results, "nights", "bed_nights") == [passed - 1, passed - 1], "tonight has not been slept yet"
    assert results.scope.months_begun == today.month
    assert results.scope.months_passed <= today.month


@pytest.mark.django_db(transaction=True)
def test_a_report_is_of_one_moment_and_cannot_write(helpline):
    with one_moment(), connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("on",)
        assert compute_all(helpline.organisation, YEAR)


@pytest.mark.django_db(transaction=True)
def test_a_page_of_figures_does_not_see_what_others_save_meanwhile_and_may_write_itself(rf, helpline):
    vault = ContactFactory(programme=helpline, started_at=at(2021, 5, 1)).vault

    def somebody_logs_a_call():
        with scopes_disabled():
            ContactFactory(programme=helpline, started_at=at(2021, 5, 2), vault=vault)
        connection.close()

    @reads_one_moment
    def page(request):
        before = figures_of(Helpline, helpline)["helpline_calls"].exact
        with ThreadPoolExecutor(1) as colleague:
            colleague.submit(somebody_logs_a_call).result()
        UnitFactory(programme=helpline)
        return before, figures_of(Helpline, helpline)["helpline_calls"].exact

    with transaction.atomic():
        assert page(rf.get("/")) == (1, 1)
    assert figures_of(Helpline, helpline)["helpline_calls"].exact == 2
    assert helpline.units.count() == 1

"""What a figure or breakdown may not be: the declaration, or the computation, is refused."""

import pytest
from django_scopes import scopes_disabled

from cases.models import Contact, Participation
from cases.vocabulary import Sex, Violence
from programmes.models import VolunteerWork
from programmes.records import Period
from reporting.figures import BadDeclaration, Breakdown, Figure, FigureSet, Scope, WrongSum, compute
from reporting.figures.dimensions import AnyOf, Choice, Dimension, Month, Part
from reporting.figures.measures import count, difference, mean, mean_of, people, per_day, share, sum_of, total
from tests.factories import ContactFactory, ProgrammeFactory
from tests.reporting.years import at

with scopes_disabled():
    contacts = Figure("Contacts", count(Contact.objects.all()), definition="All.")
    minutes = Figure("Minutes", total(Contact.objects.all(), "minutes"), definition="All.")
    average = Figure("Average", mean(Contact.objects.all(), "minutes"), definition="All.")
    volunteers = Figure("Volunteers", people(VolunteerWork.objects.all(), "worker"), definition="All.")
    users = Figure("Users", people(Participation.objects.all(), "client"), definition="All.")
twice = Figure("Twice", sum_of(contacts, contacts), definition="All.")
part = Figure("Part", share(contacts, minutes), definition="All.")
month = Month("started_on")
kinds = AnyOf("kinds", Violence, "kind", "by kind")
sex = Choice("client__sex", Sex, "sex", "by sex")
day_of_work = Month("on")


@pytest.mark.parametrize(
    "figure, rows, adds_up",
    [
        (contacts, month, True),
        (minutes, month, True),
        (twice, month, True),
        (contacts, kinds, False),  # several kinds in one contact
        (twice, kinds, False),
        (average, month, False),
        (part, month, False),
        (volunteers, day_of_work, False),  # the same people in every month
        (users, Month("service__started_on"), False),
        (users, sex, True),  # the sex is the person's, not the service's
    ],
)
def test_whether_parts_add_up_follows_from_what_is_counted_and_along_what(figure, rows, adds_up):
    with pytest.raises(BadDeclaration):
        Breakdown(figure, rows=rows, why_not="Because." if adds_up else None)
    assert Breakdown(figure, rows=rows, why_not=None if adds_up else "Because.").adds_up is adds_up


def test_a_table_adds_up_only_along_both_its_sides():
    with pytest.raises(BadDeclaration):
        Breakdown(contacts, rows=month, columns=kinds)
    assert not Breakdown(contacts, rows=month, columns=kinds, why_not="Several kinds.").adds_up


def test_what_is_divided_by_days_or_taken_from_a_table_cannot_be_cut():
    by_month = Breakdown(volunteers, rows=day_of_work, why_not="The same people.")
    for measure in (per_day(contacts), mean_of(by_month)):
        with pytest.raises(BadDeclaration):
            Breakdown(Figure("A day", measure, definition="All."), rows=month)
    with pytest.raises(BadDeclaration):
        Breakdown(contacts, minutes, rows=month, columns=kinds, why_not="Two figures are two columns already.")


class Losing(Dimension):
    """Forgets the contacts of one channel."""

    def keys(self, value, words):
        return () if value == "chat" else (value,)

    def parts(self, scope, words):
        return [Part("call", "call")]


class Doubling(Losing):
    def keys(self, value, words):
        return (value, "all")


@pytest.mark.django_db
@pytest.mark.parametrize("broken", [Losing, Doubling])
def test_parts_that_miss_their_total_stop_the_report(broken):
    class Broken(FigureSet):
        calls = contacts
        by_channel = Breakdown(contacts, rows=broken("channel", "channel", "by channel"))

    programme = ProgrammeFactory()
    for channel in ("call", "chat", "chat"):
        ContactFactory(programme=programme, channel=channel, started_at=at(2021, 5, 5))
    with pytest.raises(WrongSum) as refusal:
        compute(Broken, Scope.programme_in(programme, Period.year(2021)))
    assert "Contacts by channel" in str(refusal.value)
    assert "3" in str(refusal.value)


@pytest.mark.django_db
def test_nothing_to_divide_by_and_nothing_planned_are_no_zeros():
    class Empty(FigureSet):
        shared = part
        mean_length = average
        over = Figure("Over", difference(part, contacts), definition="All.")

    results = compute(Empty, Scope.programme_in(ProgrammeFactory(), Period.year(2021)))
    assert [results[key].exact for key in ("shared", "mean_length", "over")] == [None, None, None]
    assert results["shared"].printed == "…"

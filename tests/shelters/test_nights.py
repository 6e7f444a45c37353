"""Whatever happens in a house, in whatever order: its nights and its free nights are its capacity."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Client
from shelters import changes
from shelters.board import Board, Window
from shelters.models import BedNight, Household, Night, Placement, Resident, Stay
from tests import factories
from tests.shelters import scenes

LENGTH = 20  # days

days = st.integers(-LENGTH, -1)
hours = st.integers(0, 23)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("admit"), days, hours, st.integers(0, 3), st.integers(1, 2)),
        st.tuples(st.just("move"), days, hours, st.integers(0, 5), st.integers(0, 3)),
        st.tuples(st.just("discharge"), days, hours, st.integers(0, 5), st.booleans()),
        st.tuples(st.just("close"), days, st.integers(1, 9), st.integers(0, 3), st.none()),
    ),
    min_size=3,
    max_size=14,
)


class Month:
    """A house of four beds, and what is tried in it. What is refused leaves nothing behind."""

    def __init__(self, programme, beds, meta):
        self.programme, self.beds, self.meta = programme, beds, meta

    def attempt(self, what, *how):
        try:
            with transaction.atomic():
                getattr(self, what)(*how)
        except ValidationError:
            pass

    def admit(self, day, hour, first, number):
        household = Household.objects.create(programme=self.programme)
        arrivals = [
            changes.Arrival(factories.ClientFactory(organisation=self.programme.organisation), Resident.WOMAN, bed)
            for bed in self.beds[first : first + number]
        ]
        changes.admit(household, arrivals, viewer=self.meta, arrived_at=scenes.at(day, hour))

    def stays(self, n):
        stays = list(Stay.objects.not_left().select_related("client").order_by("arrived_at", "client__code"))
        return stays[n : n + 1]

    def move(self, day, hour, who, where):
        changes.move({stay: self.beds[where] for stay in self.stays(who)}, scenes.at(day, hour), viewer=self.meta)

    def discharge(self, day, hour, who, _all):
        changes.discharge(self.stays(who), scenes.at(day, hour))

    def close(self, day, length, which, _none):
        changes.close([self.beds[which]], scenes.day(day), scenes.day(day + length), "")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_nights_and_free_nights_are_the_capacity_of_every_day(programme, beds, meta, steps):
    with transaction.atomic():
        month = Month(programme, beds, meta)
        for step in steps:
            month.attempt(*step)
        board = Board(meta, Window(scenes.day(-LENGTH), LENGTH))
        for column, free in board.free:
            night = {"on": column.night}
            assert Night.objects.filter(**night).count() + free == BedNight.objects.filter(**night).count(), column
        nobody_twice()
        transaction.set_rollback(True)


def nobody_twice():
    for placement in Placement.objects.select_related("stay"):
        until = placement.to_at or timezone.now() + timedelta(days=1)
        others = Placement.objects.exclude(pk=placement.pk).filter(from_at__lt=until).since(placement.from_at)
        assert not others.filter(bed=placement.bed_id).exists()
        assert not others.filter(stay__client=placement.stay.client_id).exists()
    assert Client.objects.count() == len(set(Client.objects.values_list("code", flat=True)))

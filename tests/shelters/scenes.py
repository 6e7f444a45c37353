"""Houses as they are on an ordinary evening: a family, somebody alone, a broken window, two who wait."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from programmes.models import Kind, Vocabulary
from shelters.models import BedKind, Resident
from tests import factories


def day(n):
    return timezone.localdate() + timedelta(days=n)


def at(n, hour=15):
    return timezone.make_aware(datetime.combine(day(n), time(hour)))


def room(house, name, *beds, position=0):
    """A room with its beds; a bed's name may say that it is a cot."""
    its = factories.RoomFactory(house=house, name=name, position=position)
    kinds = {"posteljica": BedKind.COT}
    return [
        factories.BedFactory(room=its, name=bed, position=n, kind=kinds.get(bed, BedKind.BED))
        for n, bed in enumerate(beds)
    ]


def family(beds, code, *ages, since=-6, until=15):
    """A woman with children of these ages, each in a bed of her own."""
    programme = beds[0].room.house.programme
    household = factories.HouseholdFactory(programme=programme)
    common = {"household": household, "arrived_at": at(since), "expected_until": day(until)}
    client = factories.ClientFactory(organisation=programme.organisation, code=code, sex="woman")
    stays = [factories.stay_in(beds[0], client=client, **common)]
    for n, (bed, age) in enumerate(zip(beds[1:], ages, strict=True)):
        child = factories.ClientFactory(
            organisation=programme.organisation,
            code=f"{code}-{n}",
            born_on=day(0).replace(year=day(0).year - age, month=1, day=1),
        )
        stays.append(factories.stay_in(bed, client=child, resident=Resident.CHILD, **common))
    return stays


def shelter(organisation=None, **fields):
    organisation = organisation or factories.OrganisationFactory(displayed_name="Društvo Primer")
    return factories.ProgrammeFactory(organisation=organisation, kind=Kind.SHELTER, name="Zatočišče", **fields)


def words(programme):
    """A few of the organisation's own words."""
    make = factories.TermFactory
    organisation = programme.organisation
    return {
        "referrer": make(
            organisation=organisation, vocabulary=Vocabulary.REFERRER, label_sl="center za socialno delo", label_en=""
        ),
        "reason": make(
            organisation=organisation, vocabulary=Vocabulary.REASON, label_sl="nasilje v družini", label_en=""
        ),
        "destination": make(
            organisation=organisation, vocabulary=Vocabulary.DESTINATION, label_sl="lastno stanovanje", label_en=""
        ),
        "refusal": make(organisation=organisation, vocabulary=Vocabulary.REFUSAL, label_sl="ni prostora", label_en=""),
    }


def evening(organisation=None):
    """Three houses of two programmes; returns the programmes and every bed by name."""
    safe = shelter(organisation, stay_limit_days=180)
    crisis = factories.ProgrammeFactory(
        organisation=safe.organisation, kind=Kind.CRISIS_CENTRE, stay_limit_days=21, extension_limit_days=21
    )
    breza = factories.HouseFactory(programme=safe, name="Breza", position=1, address="Skrita pot 7, Primerje")
    javor = factories.HouseFactory(programme=crisis, name="Javor", position=2)
    breza_1 = room(breza, "soba 1", "ležišče 1", "ležišče 2", "posteljica", position=1)
    breza_2 = room(breza, "soba 2", "ležišče 1", "ležišče 2", position=2)
    breza_3 = room(breza, "soba 3", "ležišče 1", "ležišče 2", position=3)
    javor_1 = room(javor, "soba 1", "ležišče 1", "ležišče 2", position=1)
    javor_2 = room(javor, "soba 2", "ležišče 1", "ležišče 2", "ležišče 3", "ležišče 4", position=2)
    family(breza_1, "M-4172", 7, 1)
    family(breza_2[:1], "T-2093", until=3)
    factories.ClosureFactory(bed=breza_3[0], closed_on=day(-9), reopens_on=day(4), reason="okno")
    family(breza_3[1:], "G-3310", since=-1, until=52)
    family(javor_1, "D-5521", 11, until=9)
    for number, beds, children, wanted in ((118, breza_2[1:], 0, 4), (119, javor_2[:3], 2, 7)):
        enquiry = factories.EnquiryFactory(
            programme=beds[0].room.house.programme, number=number, women=1, children=children, wanted_on=day(wanted)
        )
        enquiry.beds.add(*beds)
    return safe, crisis, {"breza": [*breza_1, *breza_2, *breza_3], "javor": [*javor_1, *javor_2]}

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from programmes.models import Specialist, Vocabulary, Worker
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/programme/specialists/"
NEW = f"{LIST}new/"


@pytest.fixture
def helpline(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    helpline = factories.ProgrammeFactory()
    for key, label in {"sq": "albanščina", "ru": "ruščina"}.items():
        factories.TermFactory(
            organisation=helpline.organisation, vocabulary=Vocabulary.LANGUAGE, key=key, label_sl=label, label_en=""
        )
    return helpline


@pytest.fixture
def office(client, helpline):
    user = factories.coordinator_in(helpline)
    client.force_login(user)
    return user


def answers(**more):
    return {"name": "Arta Izmišljena", "kind": "interpreter", "languages": ["sq"], "weekdays": ["1", "3"],
            "from_hour": 9, "to_hour": 12, "hours": "zvečer po dogovoru", "cost_per_hour": "35.00", **more}  # fmt: skip


def test_an_interpreter_from_outside_is_listed_with_languages_hours_and_cost(client, office, helpline):
    client.post(NEW, answers(phone="040 000 001"))
    one = Specialist.objects.select_related("vault", "worker__vault").get()
    assert (one.called, one.languages, one.weekdays, one.cost_per_hour) == (
        "Arta Izmišljena",
        ["sq"],
        [1, 3],
        Decimal("35.00"),
    )
    assert one.worker.organisation == helpline.organisation
    assert TrailEntry.objects.about(one).get().act == Act.CREATED
    page = client.get(LIST, {"language": "sq"})
    for words in (
        "Arta Izmišljena",
        "albanščina",
        "Monday, Wednesday 9–12, zvečer po dogovoru",
        "040 000 001",
        "35.00",
    ):
        assertContains(page, words)
    assertNotContains(client.get(LIST, {"language": "ru"}), "Arta")
    assertContains(client.get(LIST, {"q": "alban pon"}), "Nobody on the list fits.")
    assertContains(client.get(LIST, {"q": "ALBANSC mon"}), "Arta")
    assertContains(client.get(LIST, {"kind": "castle", "language": "xx"}), "Arta")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Choose who she is above, or write her name here."),
        ({"languages": []}, "Which languages does she interpret?"),
        ({"from_hour": 12, "to_hour": 9}, "the later one last"),
        ({"from_hour": 9, "to_hour": ""}, "the later one last"),
        ({"from_hour": 9, "to_hour": 25}, "the later one last"),
        ({"cost_per_hour": "-1"}, "greater than or equal to 0"),
        ({"name": "😀" * 300}, "at most 200 characters"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_lost(client, office, wrong, sentence):
    page = client.post(NEW, answers(**wrong))
    assertContains(page, sentence)
    assertContains(page, "zvečer po dogovoru")
    assert not Specialist.objects.exists()


def test_a_colleague_is_a_specialist_once_of_a_kind_and_can_be_retired(client, office):
    mine = answers(name="", worker=office.worker.pk, kind="lawyer")
    client.post(NEW, mine)
    assertContains(client.post(NEW, mine), "She stands on the list with this already.")
    one = Specialist.objects.get()
    client.post(reverse("programmes:specialist_edit", args=[one.pk]), answers(kind="lawyer", version=1, retired="on"))
    assertNotContains(client.get(LIST), office.name + "</a>")
    assert Specialist.objects.get().retired_on and Worker.objects.count() == 1


@pytest.mark.parametrize(
    ("weekdays", "hours", "there"),
    [([1], (9, 12), True), ([1], (12, 14), False), ([2], (9, 12), False), ([], (0, 24), True), ([1], (None, None), True),
     ([], (None, None), None)],
)  # fmt: skip
def test_who_is_there_follows_from_her_days_and_hours(weekdays, hours, there):
    monday = datetime(2026, 11, 23, 11, 59, tzinfo=ZoneInfo("Europe/Ljubljana"))
    assert Specialist(weekdays=weekdays, from_hour=hours[0], to_hour=hours[1]).is_there(monday) is there


def test_the_cost_is_of_the_minutes_to_the_cent():
    assert Specialist(cost_per_hour=Decimal(35)).cost_of(50) == Decimal("29.17")
    assert Specialist().cost_of(50) is None

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains

from accounts.models import Act, TrailEntry
from cases.models import Contact, InterpreterUse
from programmes.models import Term
from tests import factories


@pytest.fixture
def arta(helpline):
    worker = factories.WorkerFactory(organisation=helpline.organisation, name="Arta")
    factories.SpecialistFactory(worker=worker, cost_per_hour=Decimal(36), languages=["language-2"])
    return worker


@pytest.fixture
def contact(helpline):
    language = Term.objects.get(label_sl="ukrajinščina")
    return factories.ContactFactory(programme=helpline, minutes=40, language=language)


def test_an_interpreter_of_a_talk_has_its_language_length_and_her_cost(counsellor, contact, arta):
    add = reverse("cases:contact_interpreter", args=[contact.pk])
    page = counsellor.get(add)
    assertContains(page, "Arta")
    counsellor.post(add, {"interpreter": arta.pk, "language": contact.language_id})
    use = InterpreterUse.objects.get()
    assert (use.minutes, use.cost, use.language, use.used_at) == (
        40,
        Decimal("24.00"),
        contact.language,
        contact.started_at,
    )
    assert Contact.objects.get().interpreter is True
    assert TrailEntry.objects.about(use).get().act == Act.CREATED
    page = counsellor.get(reverse("cases:contact", args=[contact.pk]))
    assertContains(page, "24.00")
    assertContains(counsellor.post(add, {"interpreter": arta.pk}), "She stands in this talk already.")


def test_her_minutes_and_cost_can_be_said_corrected_and_taken_out(counsellor, helpline, ana, arta):
    service = factories.ServiceFactory(programme=helpline, receivers=[ana], minutes=0)
    add = reverse("cases:service_interpreter", args=[service.pk])
    assertContains(counsellor.post(add, {"interpreter": arta.pk}), "How long did she interpret, in minutes?")
    assertContains(counsellor.post(add, {"interpreter": arta.pk, "minutes": 1441}), "less than or equal to 1440")
    counsellor.post(add, {"interpreter": arta.pk, "minutes": 20, "cost": "0"})
    use = InterpreterUse.objects.get()
    assert (use.service, use.cost, use.language) == (service, 0, None)
    assertContains(counsellor.get(reverse("cases:service_edit", args=[service.pk])), "Arta")
    edit = reverse("cases:interpreter_edit", args=[use.pk])
    counsellor.post(edit, {"interpreter": arta.pk, "minutes": 30, "cost": "", "version": 1})
    assert InterpreterUse.objects.get().cost == Decimal("18.00")
    assertContains(
        counsellor.post(edit, {"interpreter": arta.pk, "minutes": 31, "version": 1}), "Somebody else has changed"
    )
    counsellor.post(reverse("cases:interpreter_remove", args=[use.pk]))
    assert not InterpreterUse.objects.exists()
    assert TrailEntry.objects.filter(act=Act.ERASED).count() == 1


def test_the_database_knows_one_talk_and_some_time_for_every_use(contact, helpline):
    service = factories.ServiceFactory(programme=helpline)
    for wrong in ({"contact": contact, "service": service}, {"contact": contact, "minutes": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.InterpreterUseFactory(**wrong)


def test_who_speaks_a_language_is_found_in_the_directory_of_a_call(counsellor, arta, helpline):
    page = counsellor.get("/calls/directory/", {"q": "ukraj", "programme": helpline.pk})
    assertContains(page, "Arta")
    assert not counsellor.get("/calls/directory/", {"programme": helpline.pk}).context["specialists"]

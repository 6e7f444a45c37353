"""A support group: its list, and a session entered on one screen with a tick for everybody who came."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from accounts.models import Act, TrailEntry
from cases.models import Group, Invitation, Membership, Service
from programmes.models import Term
from tests import factories


@pytest.fixture
def group(helpline):
    return factories.GroupFactory(programme=helpline, name="Torkova skupina")


@pytest.fixture
def members(group, helpline):
    clients = [
        factories.CaseFactory(programme=helpline, client__code=code).client for code in ("K-1001", "K-1002", "K-1003")
    ]
    for client in clients:
        Membership.objects.create(group=group, client=client)
    return clients


@pytest.fixture
def kind(helpline):
    return factories.TermFactory(
        programme=None,
        organisation=helpline.organisation,
        vocabulary="service_kind",
        label_en="support group",
        counts_as="support_group",
    )


def session(kind, **more):
    return {"started_at_0": "3. 5. 2021 17:00", "minutes": 90, "kind": kind.pk, **more}


def test_a_group_is_opened_and_gets_its_list(counsellor, helpline, ana):
    counsellor.post("/groups/new/", {"name": "Torkova skupina", "programme": helpline.pk})
    group = Group.objects.get()
    assert group.key == "torkova-skupina"
    page = counsellor.post(f"/groups/{group.pk}/", {"codes": "m4158, X-1"})
    assertContains(page, "Nobody has the code X-1.")
    for _ in range(2):
        counsellor.post(f"/groups/{group.pk}/", {"codes": "m4158"})
    assert Membership.objects.get().client == ana
    assertContains(counsellor.get("/groups/"), "Torkova skupina")


def test_a_session_is_entered_on_one_screen(counsellor, nina, group, members, kind, ana):
    page = counsellor.get(f"/groups/{group.pk}/sessions/new/")
    assert [code for _pk, code in page.context["form"].fields["came"].choices] == ["K-1001", "K-1002", "K-1003"]
    sent = session(
        kind,
        id=page.context["form"]["id"].value(),
        worker=nina.worker.pk,
        came=[members[0].pk, members[2].pk],
        others="m4158",
        note="pogovor o mejah",
    )
    for _ in range(2):
        counsellor.post(f"/groups/{group.pk}/sessions/new/", sent)
    saved = Service.objects.get()
    assert (saved.group, saved.minutes, saved.worker) == (group, 90, nina.worker)
    assert set(saved.receivers.all()) == {members[0], members[2], ana}
    assert Invitation.objects.count() == 4
    assert set(Invitation.objects.who_came().values_list("client__code", flat=True)) == {"K-1001", "K-1003", "M-4158"}
    assert Membership.objects.current().filter(client=ana).exists()
    assert TrailEntry.objects.about(saved).filter(act=Act.CREATED).count() == 1
    assertContains(counsellor.get(f"/groups/{group.pk}/"), "3 of 4 came")
    assertContains(counsellor.get(f"/people/{ana.pk}/"), "support group")


def test_the_next_session_offers_what_the_last_one_was(counsellor, group, members, kind):
    factories.ServiceFactory(programme=group.programme, group=group, kind=kind, minutes=75)
    initial = counsellor.get(f"/groups/{group.pk}/sessions/new/").context["form"].initial
    assert (initial["minutes"], initial["kind"]) == (75, kind.pk)


def test_who_came_is_corrected(counsellor, group, members, kind):
    counsellor.post(f"/groups/{group.pk}/sessions/new/", session(kind, came=[members[0].pk]))
    saved = Service.objects.get()
    counsellor.post(f"/groups/sessions/{saved.pk}/", session(kind, came=[members[1].pk], version=saved.version))
    assert list(saved.receivers.all()) == [members[1]]
    assert Invitation.objects.count() == 3


def test_a_session_that_cannot_be_is_told_and_keeps_what_was_typed(counsellor, group, members, kind):
    page = counsellor.post(
        f"/groups/{group.pk}/sessions/new/",
        {"started_at_0": "3. 5. 2099 17:00", "minutes": 0, "others": "X-1", "note": "dolg zapis"},
    )
    assert set(page.context["form"].errors) == {"started_at", "minutes", "others", "kind"}
    assertContains(page, "dolg zapis")
    assert not Service.objects.exists()


def test_who_leaves_is_expected_no_more(counsellor, group, members, kind):
    membership = Membership.objects.get(client=members[0])
    counsellor.post(f"/groups/members/{membership.pk}/leave/")
    membership.refresh_from_db()
    assert membership.left_on == timezone.localdate()
    page = counsellor.get(f"/groups/{group.pk}/sessions/new/")
    assert len(page.context["form"].listed) == 2


def test_groups_of_a_programme_that_is_not_hers_are_not_there(client, group, members, helpline):
    apart = factories.ProgrammeFactory(organisation=helpline.organisation, name="Delavnice")
    client.force_login(factories.counsellor_in(apart))
    assert client.get(f"/groups/{group.pk}/").status_code == 404
    assert client.get(f"/groups/{group.pk}/sessions/new/").status_code == 404
    assert not client.get("/groups/").context["groups"]


def test_a_service_says_for_whom_it_was_and_what_came_of_going_along(counsellor, ana, helpline):
    case = ana.cases.get()
    child = factories.CaseFactory(programme=helpline, client__code="K-2001").client
    factories.CasePersonFactory(case=case, client=child)
    kind = Term.objects.get(label_sl="spremstvo")
    page = counsellor.get(f"/people/{ana.pk}/services/new/")
    assert [label for _pk, label in page.context["form"].fields["whom"].choices] == ["M-4158", "K-2001"]
    sent = {
        "kind": kind.pk,
        "started_at_0": "3. 5. 2021 9:00",
        "minutes": 50,
        "whom": [child.pk],
        "received_as": "external",
        "institution": "court",
        "result": "reached",
    }
    counsellor.post(f"/people/{ana.pk}/services/new/", sent)
    saved = Service.objects.get()
    assert list(saved.receivers.all()) == [child]
    assert (saved.received_as, saved.institution, saved.result) == ("external", "court", "reached")
    page = counsellor.post(f"/people/{ana.pk}/services/new/", {**sent, "whom": []})
    assertContains(page, "Who received it?")

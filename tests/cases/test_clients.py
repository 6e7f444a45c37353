from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Case, Client, Service
from programmes.models import Term
from tests import factories


def test_somebody_is_found_by_her_code_as_she_says_it(counsellor, ana):
    for said in ("M-4158", "m4158", " m 4158 "):
        assertRedirects(counsellor.get("/people/", {"q": said}), f"/people/{ana.pk}/")
    assert TrailEntry.objects.filter(act=Act.SEARCHED).count() == 3


def test_the_list_shows_codes_and_no_names(counsellor, helpline):
    factories.CaseFactory(programme=helpline, client__name="Canary Novak", client__code="K-0937")
    page = counsellor.get("/people/")
    assertContains(page, "K-0937")
    assertNotContains(page, "Canary")


def test_a_new_person_gets_a_code_and_a_case(counsellor, helpline):
    page = counsellor.get("/people/new/")
    code = page.context["form"].initial["code"]
    counsellor.post("/people/new/", {"code": code, "programme": helpline.pk, "sex": "woman", "name": "Ana Novak"})
    client = Client.objects.get()
    assert (client.code, client.name) == (code, "Ana Novak")
    assert Case.objects.get(client=client, programme=helpline).opened_on == timezone.localdate()


def test_a_code_belongs_to_one_person(counsellor, helpline, ana):
    page = counsellor.post("/people/new/", {"code": "m4158", "programme": helpline.pk, "sex": "woman", "name": "Eva"})
    assertContains(page, "Somebody else has this code")
    assertContains(page, "Eva")
    assert Client.objects.count() == 1


def test_her_page_shows_first_how_she_may_be_reached_and_then_what_happened(counsellor, ana, helpline):
    factories.ContactFactory(programme=helpline, client=ana, note="klic ponoči")
    factories.ServiceFactory(
        programme=helpline, receivers=[ana], kind__label_sl="spremstvo", kind__label_en="going along"
    )
    page = counsellor.get(f"/people/{ana.pk}/")
    for words in ("Samo na mobilni", "klic ponoči", "going along"):
        assertContains(page, words)
    assertNotContains(counsellor.get(f"/people/{ana.pk}/", {"show": "services"}), "klic ponoči")
    assert TrailEntry.objects.about(ana).filter(act=Act.OPENED).count() == 2


def test_a_person_of_another_programme_is_not_there(client, ana, helpline):
    client.force_login(factories.counsellor_in(factories.ProgrammeFactory(organisation=helpline.organisation)))
    for address in ("", "edit/", "services/new/"):
        assert client.get(f"/people/{ana.pk}/{address}").status_code == 404


def test_a_service_is_given_to_her_and_to_others_together_with_her(counsellor, ana, helpline, nina):
    eva = factories.CaseFactory(programme=helpline, client__code="K-0937").client
    counselling = Term.objects.get(label_sl="svetovanje")
    service = {
        "kind": counselling.pk,
        "started_at_0": "3. 5. 2021 9:00",
        "minutes": 50,
        "worker": nina.worker.pk,
        "whom": [ana.pk],
        "together_with": "k0937",
        "note": "pogovor o stanovanju",
    }
    counsellor.post(f"/people/{ana.pk}/services/new/", service)
    saved = Service.objects.get()
    assert set(saved.receivers.all()) == {ana, eva}
    assert (saved.minutes, saved.note, saved.worker) == (50, "pogovor o stanovanju", nina.worker)
    counsellor.post(
        f"/services/{saved.pk}/edit/", {**service, "whom": [eva.pk], "together_with": "", "version": saved.version}
    )
    assert saved.receivers.count() == 1


def test_a_wrong_service_is_told_and_kept_on_the_page(counsellor, ana):
    page = counsellor.post(
        f"/people/{ana.pk}/services/new/",
        {"started_at_0": "3. 5. 2099 9:00", "minutes": "0", "together_with": "X-1", "note": "dolg zapis"},
    )
    assert set(page.context["form"].errors) == {"kind", "started_at", "minutes", "whom", "together_with"}
    assertContains(page, "dolg zapis")

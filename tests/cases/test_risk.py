"""Risk is asked with an instrument, over and over; a high result is seen wherever she is."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Instrument, RiskAssessment
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def instrument(helpline):
    return factories.InstrumentFactory(organisation=helpline.organisation)


@pytest.fixture
def coordinator(client, helpline):
    client.force_login(factories.coordinator_in(helpline))
    return client


def answers(**given):
    return {"id": uuid.uuid4(), "assessed_at_0": "3. 5. 2021 9:00", **given}


def assessed(case, instrument, days_ago, **fields):
    at = timezone.now() - timedelta(days=days_ago)
    return factories.RiskAssessmentFactory(case=case, instrument=instrument, assessed_at=at, **fields)


def test_an_empty_answer_is_not_known_and_never_no(counsellor, case, instrument):
    counsellor.post(f"/cases/{case.pk}/risk/new/", answers(item_separation="no"))
    made = RiskAssessment.objects.get()
    assert (made.said_yes, made.said_no, made.unknown) == ([], ["separation"], 1)
    page = counsellor.get(f"/risk/{made.pk}/")
    assert [(answer, len(items)) for answer, items in page.context["answers"]] == [
        ("yes", 0),
        ("no", 1),
        ("not_known", 1),
    ]


@pytest.mark.parametrize(
    "given, score, level",
    [({}, 0, "low"), ({"item_separation": "yes"}, 3, "medium"), ({"item_weapon": "yes"}, 10, "high")],
)
def test_the_score_adds_the_weights_of_what_is_so_and_the_bands_say_what_it_means(
    counsellor, case, instrument, given, score, level
):
    counsellor.post(f"/cases/{case.pk}/risk/new/", answers(**given))
    made = RiskAssessment.objects.get()
    assert (made.score, made.level) == (score, level)


def test_judgement_raises_with_a_reason_and_never_lowers(counsellor, case, instrument):
    asked = answers(level="high")
    page = counsellor.post(f"/cases/{case.pk}/risk/new/", asked)
    assertContains(page, "You raise the result: say why.")
    counsellor.post(f"/cases/{case.pk}/risk/new/", {**asked, "reasons": "Čakal je pred šolo."})
    made = RiskAssessment.objects.select_related("vault").get()
    assert (made.level_by_score, made.level, made.reasons) == ("low", "high", "Čakal je pred šolo.")
    assert b"pred" not in bytes(made.__dict__["reasons"])
    counsellor.post(
        f"/cases/{case.pk}/risk/new/", answers(item_weapon="yes", level="medium", assessed_at_0="4. 5. 2021 9:00")
    )
    assert RiskAssessment.objects.latest("assessed_at").level == "high"


def test_an_instrument_may_leave_the_last_word_to_the_score(counsellor, case, instrument):
    Instrument.objects.update(judgement_raises=False)
    counsellor.post(f"/cases/{case.pk}/risk/new/", answers(level="high", reasons="bojim se"))
    assert RiskAssessment.objects.get().level == "low"


def test_a_page_sent_twice_makes_one_assessment(counsellor, case, instrument):
    asked = answers(item_weapon="yes")
    for _time in range(2):
        page = counsellor.post(f"/cases/{case.pk}/risk/new/", asked)
    made = RiskAssessment.objects.get()
    assertRedirects(page, f"/risk/{made.pk}/")
    assert TrailEntry.objects.about(made).filter(act=Act.CREATED).count() == 1


def test_the_id_of_another_case_is_refused_and_nothing_typed_is_lost(counsellor, case, instrument, helpline):
    other = factories.RiskAssessmentFactory(case=factories.CaseFactory(programme=helpline))
    page = counsellor.post(f"/cases/{case.pk}/risk/new/", answers(id=other.pk, reasons="dolg zapis"))
    assertContains(page, "Open this page anew")
    assertContains(page, "dolg zapis")


@pytest.mark.parametrize(
    "given, field",
    [
        ({"assessed_at_0": "3. 5. 2099 9:00"}, "assessed_at"),
        ({"assessed_at_0": "3. 5. 1 9:00"}, "assessed_at"),
        ({"assessed_at_0": ""}, "assessed_at"),
        ({"review_on": "2. 5. 2021"}, "review_on"),
        ({"review_on": "2. 5. 2190"}, "review_on"),
        ({"item_weapon": "perhaps"}, "item_weapon"),
        ({"reasons": "a" * 2_000_000}, "reasons"),
        ({"level": "lowest"}, "level"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field(counsellor, case, instrument, given, field):
    page = counsellor.post(f"/cases/{case.pk}/risk/new/", answers(**{"reasons": "🌳" * 300, **given}))
    assert set(page.context["form"].errors) == {field}
    assert not RiskAssessment.objects.exists()


def test_two_tabs_never_overwrite_silently(counsellor, case, instrument):
    made = assessed(case, instrument, 1)
    changed = {"assessed_at_0": "3. 5. 2021 9:00", "version": made.version}
    counsellor.post(f"/risk/{made.pk}/edit/", {**changed, "item_weapon": "yes"})
    page = counsellor.post(f"/risk/{made.pk}/edit/", {**changed, "item_weapon": "no"})
    assertContains(page, "Somebody else has changed this record meanwhile")
    made.refresh_from_db()
    assert made.said_yes == ["weapon"]


def test_the_page_shows_what_changed_since_the_one_before(counsellor, case, instrument):
    assessed(case, instrument, 20, said_no=["weapon"], said_yes=["separation"])
    newer = assessed(case, instrument, 1, said_yes=["weapon", "separation"])
    page = counsellor.get(f"/cases/{case.pk}/risk/")
    (first, second) = page.context["told"]
    assert [(change.item.key, change.before, change.now) for change in first["changes"]] == [("weapon", "no", "yes")]
    assert second["changes"] == []
    assert [dot.assessment.level for dot in page.context["dots"]] == ["medium", "high"]
    assertContains(counsellor.get(f"/risk/{newer.pk}/"), "question weapon")
    assertContains(counsellor.get(f"/cases/{case.pk}/risk/new/"), "last time: yes", count=2)


PLACES = [
    "/people/{client}/",
    "/cases/{case}/",
    "/cases/{case}/risk/",
    "/desk/",
    "/people/",
    "/people/known/",
]
POSTED = {"/people/known/": {"code": "M-4158"}}


def look(browser, url):
    return browser.post(url, POSTED[url]) if url in POSTED else browser.get(url)


@pytest.mark.parametrize("address", [*PLACES, "/contacts/"])
def test_high_risk_is_flagged_wherever_she_is_until_a_newer_one_lowers_it(
    counsellor, case, instrument, helpline, address
):
    factories.ContactFactory(programme=helpline, client=case.client)
    url = address.format(client=case.client_id, case=case.pk)
    assertNotContains(look(counsellor, url), "flag red")
    assessed(case, instrument, 5, said_yes=["weapon"])
    assertContains(look(counsellor, url), "flag red")
    assessed(case, instrument, 1)
    assertNotContains(look(counsellor, url), "flag red")


def test_the_flag_of_a_programme_is_not_shown_in_another(client, case, instrument, helpline):
    elsewhere = factories.ProgrammeFactory(organisation=helpline.organisation)
    factories.CaseFactory(programme=elsewhere, client=case.client)
    assessed(case, instrument, 5, said_yes=["weapon"])
    client.force_login(factories.counsellor_in(elsewhere))
    assertNotContains(client.get(f"/people/{case.client_id}/"), "flag red")
    assert client.get(f"/cases/{case.pk}/risk/").status_code == 404


def test_only_the_coordinator_takes_a_flag_down_and_only_with_a_reason(coordinator, case, instrument):
    made = assessed(case, instrument, 5, said_yes=["weapon"])
    assertContains(coordinator.post(f"/risk/{made.pk}/stand-down/", {"because": " "}), "This field is required")
    assert RiskAssessment.objects.flagged().exists()
    coordinator.post(f"/risk/{made.pk}/stand-down/", {"because": "Povzročitelj je v priporu."})
    assert not RiskAssessment.objects.flagged().exists()
    assertContains(coordinator.get(f"/risk/{made.pk}/"), "Povzročitelj je v priporu.")
    assert coordinator.get(f"/risk/{made.pk}/stand-down/").status_code == 404


def test_the_next_assessment_is_due_on_the_desk_of_who_made_the_last(counsellor, nina, case, instrument, helpline):
    today = timezone.localdate()
    assessed(case, instrument, 40, worker=nina.worker, review_on=today - timedelta(days=10))
    assert [step.code for step in counsellor.get("/desk/").context["steps"]] == ["M-4158"]
    steps = counsellor.get(f"/cases/{case.pk}/").context["steps"]
    assert today - timedelta(days=10) in [step.on for step in steps]
    counsellor.force_login(factories.counsellor_in(helpline))
    assert counsellor.get("/desk/").context["steps"] == []


def test_the_day_of_the_next_one_follows_from_the_instrument(counsellor, case, instrument):
    counsellor.post(f"/cases/{case.pk}/risk/new/", answers())
    assert f"{RiskAssessment.objects.get().review_on}" == "2021-06-02"


def test_without_an_instrument_the_coordinator_takes_the_list_of_the_house(coordinator, case):
    assertContains(coordinator.get(f"/cases/{case.pk}/risk/"), "no instrument in use yet")
    assertRedirects(coordinator.get(f"/cases/{case.pk}/risk/new/"), f"/cases/{case.pk}/risk/")
    for _time in range(2):
        coordinator.post("/instruments/begin/")
    instrument = Instrument.objects.get()
    assert instrument.items.count() == 22 and instrument.bands.count() == 3
    coordinator.post(f"/cases/{case.pk}/risk/new/", answers(item_strangled="yes"))
    assert RiskAssessment.objects.get().level == "high"


def edition(items, bands, **fields):
    rows = {"name": "Naš", "licence": "lasten", "review_days": 14, "id": uuid.uuid4(), **fields}
    for name, parts in (("item", items), ("band", bands)):
        rows |= {f"{name}-TOTAL_FORMS": len(parts), f"{name}-INITIAL_FORMS": 0}
        rows |= {f"{name}-{n}-{key}": value for n, part in enumerate(parts) for key, value in part.items()}
    return rows


BANDS = [
    {"from_score": 0, "label_sl": "nizka", "level": "low"},
    {"from_score": 2, "label_sl": "visoka", "level": "high"},
]


def test_a_change_makes_the_next_edition_and_older_assessments_keep_theirs(coordinator, case, instrument):
    made = assessed(case, instrument, 5, said_yes=["separation"])
    items = [{"key": "separation", "label_sl": "odhod", "weight": 7}, {"label_sl": "Novo vprašanje", "weight": 1}]
    coordinator.post(f"/instruments/{instrument.pk}/next/", edition(items, BANDS))
    newer = Instrument.objects.current().get()
    assert (newer.key, newer.edition) == (instrument.key, 2)
    assert [item.key for item in newer.items.all()] == ["separation", "novo-vprasanje"]
    made.refresh_from_db()
    assert (made.instrument, made.score, made.level) == (instrument, 3, "medium")
    assertContains(coordinator.get(f"/cases/{case.pk}/risk/new/"), "Novo vprašanje")
    coordinator.post(f"/instruments/{newer.pk}/retire/")
    assert not Instrument.objects.current().exists()


@pytest.mark.parametrize(
    "items, bands, words",
    [
        ([], BANDS, "Write at least one question."),
        ([{"label_sl": "a"}], BANDS, "Without it the row says nothing."),
        ([{"label_sl": "a", "weight": 1}], BANDS[1:], "One band must begin at 0."),
        ([{"label_sl": "a", "weight": 1}], [BANDS[0], BANDS[0]], "Two bands begin at the same score."),
        (
            [{"label_sl": "a", "weight": 1}],
            [{**BANDS[0], "level": "high"}, {**BANDS[1], "level": "low"}],
            "lower level",
        ),
        ([{"label_sl": "a", "weight": 1}], [{"label_sl": "b"}], "Without it the row says nothing."),
        ([{"label_sl": "a", "weight": 101}], BANDS, "100"),
    ],
)
def test_an_instrument_that_could_mislead_is_refused(coordinator, items, bands, words):
    assertContains(coordinator.post("/instruments/new/", edition(items, bands)), words)
    assert not Instrument.objects.exists()


def test_her_key_destroyed_makes_the_reasons_unreadable_and_the_result_stays(case, instrument):
    made = assessed(case, instrument, 5, said_yes=["weapon"], reasons="Grozi ji z orožjem.")
    case.client.destroy_texts()
    made = RiskAssessment.objects.select_related("vault").get()
    assert "Grozi" not in made.reasons and made.level == "high"

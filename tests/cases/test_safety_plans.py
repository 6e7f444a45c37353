"""A safety plan in versions; on paper only after the question whether paper is safe."""

import uuid
from datetime import timedelta
from io import BytesIO

import page as validation
import pytest
from django.utils import timezone
from pypdf import PdfReader
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import RiskAssessment, SafetyPlan
from cases.models.safety_plans import SECTIONS
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


def said(**given):
    return {"id": uuid.uuid4(), "made_at_0": "3. 5. 2021 9:00", "seen": 0, **given}


def text_of(content):
    return " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().replace("\xa0", " ").split())


def test_each_change_is_a_version_and_the_older_ones_stay_readable(counsellor, case, nina):
    counsellor.post(f"/cases/{case.pk}/plan/new/", said(where_i_go="K sosedi.", worker=nina.worker.pk))
    assertContains(counsellor.get(f"/cases/{case.pk}/plan/new/"), "K sosedi.")
    counsellor.post(f"/cases/{case.pk}/plan/new/", said(seen=1, where_i_go="K sestri."))
    second, first = SafetyPlan.objects.all()
    assert (first.number, second.number) == (1, 2)
    page = counsellor.get(f"/cases/{case.pk}/plan/")
    assertContains(page, "K sestri.")
    assertNotContains(page, "K sosedi.")
    assertContains(counsellor.get(f"/plans/{first.pk}/"), "K sosedi.")
    assert TrailEntry.objects.about(first).filter(act=Act.OPENED).exists()
    assert second.review_on == timezone.localdate(second.made_at) + timedelta(days=30)


def test_a_page_sent_twice_makes_one_version(counsellor, case):
    asked = said(what_i_do="Grem.")
    for _time in range(2):
        assertRedirects(counsellor.post(f"/cases/{case.pk}/plan/new/", asked), f"/cases/{case.pk}/plan/")
    assert SafetyPlan.objects.count() == 1


def test_two_tabs_that_change_the_same_version_are_told(counsellor, case):
    factories.SafetyPlanFactory(case=case)
    counsellor.post(f"/cases/{case.pk}/plan/new/", said(seen=1, what_i_do="prvi zavihek"))
    page = counsellor.post(f"/cases/{case.pk}/plan/new/", said(seen=1, what_i_do="drugi zavihek"))
    assertContains(page, "Somebody else has just saved a newer version")
    assertContains(page, "drugi zavihek")
    assert SafetyPlan.objects.count() == 2


@pytest.mark.parametrize(
    "given, field",
    [
        ({}, "warning_signs"),
        ({"what_i_do": "a" * 2_000_000}, "what_i_do"),
        ({"what_i_do": "Grem.", "made_at_0": "3. 5. 2099 9:00"}, "made_at"),
        ({"what_i_do": "Grem.", "made_at_0": "31. 2. 2021 9:00"}, "made_at"),
        ({"what_i_do": "Grem.", "review_on": "1. 1. 1921"}, "review_on"),
        ({"what_i_do": "Grem.", "review_on": "1. 1. 2199"}, "review_on"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field(counsellor, case, given, field):
    page = counsellor.post(f"/cases/{case.pk}/plan/new/", said(**given))
    assert set(page.context["form"].errors) == {field}
    assert not SafetyPlan.objects.exists()


def test_nothing_is_printed_before_paper_is_said_to_be_safe(counsellor, case):
    plan = factories.SafetyPlanFactory(case=case)
    assertContains(counsellor.get(f"/plans/{plan.pk}/paper/"), "Is it safe to hand it over on paper?")
    assertContains(counsellor.post(f"/plans/{plan.pk}/paper/", {"on_paper": ""}), "This field is required")
    assertRedirects(counsellor.post(f"/plans/{plan.pk}/paper/", {"on_paper": "no"}), f"/plans/{plan.pk}/")
    assert SafetyPlan.objects.get().on_paper == "no" and not TrailEntry.objects.filter(act=Act.PRINTED).exists()
    answer = counsellor.post(f"/plans/{plan.pk}/paper/", {"on_paper": "yes"})
    assert answer["Content-Type"] == "application/pdf"
    assert TrailEntry.objects.about(plan).filter(act=Act.PRINTED).count() == 1
    assert "no-store" in answer["Cache-Control"]


def test_the_print_is_one_conforming_page_that_says_nothing_of_her_or_us(counsellor, case, helpline, tmp_path):
    case.client.name = "Canary Novak"
    case.client.save()
    words = dict.fromkeys(["what_i_do", "where_i_go", "children", "afterwards", "what_i_take"], "beseda " * 120)
    plan = factories.SafetyPlanFactory(case=case, **words)
    answer = counsellor.post(f"/plans/{plan.pk}/paper/", {"on_paper": "yes"})
    file = tmp_path / "notes.pdf"
    file.write_bytes(answer.content)
    found = validation.validate_pdf(file, profile=validation.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, str(found)
    reader = PdfReader(file)
    assert len(reader.pages) == 1
    said_aloud = f"{answer['Content-Disposition']} {reader.metadata} {text_of(answer.content)}".lower()
    for word in ("canary", "m-4158", "violence", "nasilj", "safety", "sos", helpline.organisation.name.lower()):
        assert word not in said_aloud, word
    assert 'filename="notes.pdf"' in answer["Content-Disposition"]


def test_a_plan_too_long_for_a_page_is_told_and_not_cut(counsellor, case):
    plan = factories.SafetyPlanFactory(case=case, **dict.fromkeys(SECTIONS, "a\n" * 500))
    assertContains(counsellor.post(f"/plans/{plan.pk}/paper/", {"on_paper": "yes"}), "It does not fit on one page")


def test_high_risk_without_a_plan_is_said_and_the_review_stands_on_her_desk(counsellor, nina, case):
    factories.RiskAssessmentFactory(case=case, level="high")
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "no safety plan")
    factories.SafetyPlanFactory(case=case, worker=nina.worker, review_on=timezone.localdate())
    page = counsellor.get(f"/cases/{case.pk}/")
    assertNotContains(page, "no safety plan")
    assertContains(page, "Safety plan made")
    assert [step.code for step in counsellor.get("/desk/").context["steps"]] == ["M-4158"]


def test_what_is_kept_from_the_perpetrator_says_so():
    assert RiskAssessment.kept_from_perpetrator and SafetyPlan.kept_from_perpetrator


def test_her_key_destroyed_makes_every_version_unreadable(case):
    factories.SafetyPlanFactory(case=case, code_word="knjižnica")
    case.client.destroy_texts()
    assert "knjižnica" not in SafetyPlan.objects.select_related("vault").get().code_word

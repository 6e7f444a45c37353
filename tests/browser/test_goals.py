"""An individual plan from its first goal to its evaluation."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import GoalStep, IndividualPlan
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def case(nina):
    opened_on = timezone.localdate() - timedelta(days=60)
    programme = nina.assignments.get().programme
    return factories.CaseFactory(programme=programme, client__code="M-4172", opened_on=opened_on)


@pytest.fixture
def opened(page, live_server, sign_in, nina, case):
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return page


@pytest.fixture
def plan(case, nina):
    """Four goals, three of them rated three times."""
    made_on = timezone.localdate() - timedelta(days=50)
    plan = factories.IndividualPlanFactory(case=case, made_on=made_on, worker=nina.worker)
    states = ["reached", "in_part", "not_begun", "given_up"]
    for place, (state, words) in enumerate(
        zip(states, ["Varna namestitev", "Vrtec in šola", "Svoj račun", "Selitev"], strict=True)
    ):
        goal = factories.GoalFactory(plan=plan, words=words, state=state, position=place)
        factories.GoalStepFactory(goal=goal, words=f"Korak {place}", worker=nina.worker, until=timezone.localdate())
        for day in range(3 if place < 3 else 0):
            factories.ProgressRatingFactory(
                goal=goal, rated_on=made_on + timedelta(days=20 * day), value=min(10, 3 + 3 * day - place)
            )
    return plan


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_a_plan_goes_from_its_first_goal_to_its_evaluation(opened, no_barriers, nina):
    opened.keyboard.press("i")
    heading(opened, "še nima individualnega načrta")
    no_barriers()
    opened.keyboard.press("n")
    no_barriers()
    opened.get_by_role("button", name="Shrani").click()
    heading(opened, "še nima ciljev")
    opened.keyboard.press("n")
    opened.get_by_label("Kaj želi doseči?").fill("Svoj račun in otroški dodatek")
    opened.locator("[name=step-0-words]").fill("Odpreti račun")
    opened.locator("[name=step-0-until]").fill("1. 12. 2026")
    no_barriers()
    opened.get_by_role("button", name="Shrani").click()
    heading(opened, "0 od 1 cilja")
    opened.get_by_role("button", name="Narejeno").click()
    expect(opened.get_by_role("button", name="Še ne")).to_be_visible()
    assert GoalStep.objects.get().done_on == timezone.localdate()
    opened.keyboard.press("o")
    heading(opened, "Kako daleč")
    opened.get_by_label("Svoj račun").fill("6")
    no_barriers()
    opened.get_by_role("button", name="Shrani").click()
    expect(opened.get_by_role("cell", name="6")).to_be_visible()
    opened.keyboard.press("z")
    heading(opened, "Kaj je")
    opened.get_by_role("radio", name="doseženo").press("Space")
    opened.get_by_label("Evalvacija").fill("Račun ima, dodatek prihaja nanj.")
    no_barriers()
    opened.get_by_role("button", name="Evalviraj načrt").click()
    heading(opened, "1 od 1 cilja")
    assert IndividualPlan.objects.get().ended_on == timezone.localdate()


def test_progress_is_a_picture_and_a_table(opened, plan, no_barriers, live_server, case):
    opened.goto(f"{live_server.url}/cases/{case.pk}/goals/")
    expect(opened.locator(".progress polyline")).to_have_count(3)
    expect(opened.get_by_role("table").get_by_role("row")).to_have_count(4)
    no_barriers()
    opened.goto(f"{live_server.url}/cases/{case.pk}/")
    expect(opened.get_by_role("link", name="1 od 4 doseženo")).to_be_visible()
    no_barriers()
    opened.goto(f"{live_server.url}/desk/")
    expect(opened.get_by_role("link", name="Korak 1")).to_be_visible()


def test_a_plan_is_read_on_a_phone(opened, plan, phone, no_barriers, live_server, case):
    for address in (f"cases/{case.pk}/goals/", f"goals/plans/{plan.pk}/rate/", f"goals/plans/{plan.pk}/new/"):
        phone.goto(f"{live_server.url}/{address}")
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        no_barriers()

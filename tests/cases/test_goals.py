"""An individual plan: goals, steps, who until when, how far she feels, and the evaluation at the end."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Goal, GoalStep, IndividualPlan, ProgressRating
from tests import factories

TODAY = timezone.localdate


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def plan(case, nina):
    return factories.IndividualPlanFactory(case=case, worker=nina.worker)


def rows(*steps):
    data = {"step-TOTAL_FORMS": len(steps), "step-INITIAL_FORMS": 0}
    return data | {f"step-{n}-{name}": value for n, step in enumerate(steps) for name, value in step.items()}


def goal(*steps, **given):
    return {"id": uuid.uuid4(), "words": "Svoj račun", "state": "not_begun", **rows(*steps), **given}


def test_a_plan_begins_once_and_a_second_one_only_after_its_end(counsellor, case):
    begin = {"id": uuid.uuid4(), "made_on": "3. 5. 2021"}
    for _time in range(2):
        assertRedirects(counsellor.post(f"/cases/{case.pk}/goals/begin/", begin), f"/cases/{case.pk}/goals/")
    page = counsellor.post(f"/cases/{case.pk}/goals/begin/", {**begin, "id": uuid.uuid4()})
    assertContains(page, "A plan of this case runs already.")
    assert IndividualPlan.objects.count() == 1


def test_a_goal_has_steps_with_who_and_until_when(counsellor, plan, nina):
    step = {"words": "Banka", "worker": nina.worker.pk, "until": "1. 12. 2026"}
    counsellor.post(f"/goals/plans/{plan.pk}/new/", goal(step, {"words": "Dokumenti"}, {"words": ""}))
    made = Goal.objects.get()
    assert [(one.worker, bool(one.until)) for one in made.steps.all()] == [(nina.worker, True), (None, False)]
    page = counsellor.get(f"/cases/{plan.case_id}/goals/")
    for words in ("Svoj račun", "Banka", "Dokumenti", "she herself"):
        assertContains(page, words)
    kept, gone = made.steps.all()
    changed = {"words": "Svoj račun", "state": "in_part", "version": made.version}
    counsellor.post(
        f"/goals/{made.pk}/edit/", {**changed, **rows({"id": kept.pk, "words": "Druga banka"}, {"id": gone.pk})}
    )
    made = Goal.objects.get()
    assert (made.state, made.state_on) == ("in_part", TODAY())
    assert [one.pk for one in made.steps.all()] == [kept.pk]


def test_a_foreign_step_is_never_taken_over(counsellor, plan):
    other = factories.GoalStepFactory()
    counsellor.post(f"/goals/plans/{plan.pk}/new/", goal({"id": other.pk, "words": "Prevzeto"}))
    other = GoalStep.objects.select_related("vault").get(pk=other.pk)
    assert other.words != "Prevzeto" and GoalStep.objects.count() == 2


def test_a_step_is_done_with_one_button_and_taken_back_with_the_same(counsellor, plan):
    step = factories.GoalStepFactory(goal__plan=plan)
    counsellor.post(f"/goals/steps/{step.pk}/done/")
    assert GoalStep.objects.get().done_on == TODAY()
    counsellor.post(f"/goals/steps/{step.pk}/done/")
    assert GoalStep.objects.get().done_on is None
    assert TrailEntry.objects.about(step).filter(act=Act.CHANGED).count() == 2


def test_steps_due_stand_on_the_desk_of_who_holds_them(counsellor, nina, plan, helpline):
    soon = TODAY() + timedelta(days=2)
    colleague = factories.WorkerFactory(organisation=helpline.organisation)
    factories.GoalStepFactory(goal__plan=plan, words="Moj korak", worker=nina.worker, until=soon)
    factories.GoalStepFactory(goal__plan=plan, words="Njen korak", worker=colleague, until=soon)
    factories.GoalStepFactory(goal__plan=plan, words="Narejen", worker=nina.worker, until=soon, done_on=TODAY())
    factories.GoalStepFactory(goal__plan=plan, goal__state="given_up", words="Opuščen", worker=nina.worker, until=soon)
    assert [step.words for step in counsellor.get("/desk/").context["steps"]] == ["Moj korak"]
    steps = counsellor.get(f"/cases/{plan.case_id}/").context["steps"]
    assert {step.words for step in steps} - {"first talk"} == {"Moj korak", "Njen korak"}


def test_the_review_stands_on_the_desk_of_who_made_the_plan(counsellor, plan):
    plan.review_on = TODAY() - timedelta(days=1)
    plan.save()
    (step,) = counsellor.get("/desk/").context["steps"]
    assert step.is_late and step.code == "M-4158"


def test_she_rates_her_goals_and_the_page_shows_how_it_went(counsellor, plan):
    first, second = (factories.GoalFactory(plan=plan, position=n) for n in range(2))
    for day, values in (("3. 5. 2021", {first: 2, second: 5}), ("10. 5. 2021", {first: 7})):
        answers = {"rated_on": day, **{f"goal_{one.pk}": value for one, value in values.items()}}
        counsellor.post(f"/goals/plans/{plan.pk}/rate/", answers)
    shown = counsellor.get(f"/cases/{plan.case_id}/goals/").context["progress"]
    assert [values for _number, _goal, values in shown["rows"]] == [[2, 7], [5, None]]
    counsellor.post(f"/goals/plans/{plan.pk}/rate/", {"rated_on": "10. 5. 2021", f"goal_{first.pk}": 8})
    assert ProgressRating.objects.filter(goal=first).last().value == 8


@pytest.mark.parametrize(
    "value, day",
    [("11", "3. 5. 2021"), ("-1", "3. 5. 2021"), ("", "3. 5. 2021"), ("5", "1. 1. 1921"), ("5", "1. 1. 2190")],
)
def test_a_rating_that_cannot_be_is_told(counsellor, plan, value, day):
    one = factories.GoalFactory(plan=plan)
    page = counsellor.post(f"/goals/plans/{plan.pk}/rate/", {"rated_on": day, f"goal_{one.pk}": value})
    assert page.context["form"].errors and not ProgressRating.objects.exists()


def test_the_evaluation_ends_the_plan_and_says_how_far_each_goal_came(counsellor, plan):
    first, second = (factories.GoalFactory(plan=plan, position=n) for n in range(2))
    ended = {"ended_on": "3. 6. 2021", "evaluation": "Živi sama.", "version": plan.version}
    states = {f"goal_{first.pk}": "reached", f"goal_{second.pk}": "given_up"}
    counsellor.post(f"/goals/plans/{plan.pk}/end/", {**ended, **states})
    assert {(one.state, f"{one.state_on}") for one in Goal.objects.all()} == {
        ("reached", "2021-06-03"),
        ("given_up", "2021-06-03"),
    }
    page = counsellor.get(f"/cases/{plan.case_id}/goals/")
    assertContains(page, "Živi sama.")
    assertContains(page, "A new plan")
    assertContains(counsellor.get(f"/people/{plan.case.client_id}/"), "Goal reached")


@pytest.mark.parametrize(
    "address, given, field",
    [
        ("new", {"words": ""}, "words"),
        ("new", {"words": "🌳" * 501}, "words"),
        ("new", {"until": "31. 2. 2021"}, "until"),
        ("new", {"until": "1. 1. 0001"}, "until"),
        ("new", {"state_on": "1. 1. 2190"}, "state_on"),
        ("new", {"state_on": "1. 1. 1921"}, "state_on"),
        ("end", {"ended_on": "1. 1. 1921", "evaluation": "x"}, "__all__"),
        ("end", {"ended_on": "1. 1. 2190", "evaluation": "x"}, "ended_on"),
        ("end", {"ended_on": "3. 6. 2021", "evaluation": "a" * 2_000_000}, "evaluation"),
        ("edit", {"made_on": "3. 5. 2021", "review_on": "2. 5. 2021"}, "review_on"),
        ("edit", {"made_on": "3. 5. 2190"}, "made_on"),
    ],
)
def test_a_wrong_answer_is_told_and_kept(counsellor, plan, address, given, field):
    page = counsellor.post(f"/goals/plans/{plan.pk}/{address}/", {**goal(), **given})
    assert field in page.context["form"].errors


def test_the_database_refuses_what_must_never_be(plan):
    one = factories.GoalFactory(plan=plan)
    with pytest.raises(IntegrityError):
        ProgressRating.objects.create(goal=one, rated_on=TODAY(), value=11)


def test_her_key_destroyed_makes_goals_and_steps_unreadable(plan):
    factories.GoalStepFactory(goal__plan=plan, goal__words="Varnost", words="Ključavnica")
    plan.case.client.destroy_texts()
    assert "Varnost" not in Goal.objects.select_related("vault").get().words
    assert "Ključavnica" not in GoalStep.objects.select_related("vault").get().words

"""Plans that are made with her: for her safety, and for what she wants to reach."""

from cases.models import Goal, GoalStep, IndividualPlan, ProgressRating, SafetyPlan
from reporting.exchange.sheets.columns import Column, Sheet, identity, place, worker
from reporting.exchange.values import Whole

PLANS = [
    Sheet(
        "safety_plans",
        SafetyPlan,
        "Safety plans, a row for each version. Nothing of them may ever reach who uses violence.",
        ("id",),
        [
            identity(),
            Column("case", "The id of the row in cases.csv."),
            Column("number", "Which version of the case's plan; empty: 1.", form=Whole(1, 32767)),
            Column("made_at", "When it was made."),
            worker("Code of the worker with whom it was made."),
            Column("review_on", "The day of the next review."),
            Column("on_paper", "Whether it was safe to hand it over on paper; empty: not asked."),
            Column("on_paper_at", "When that was asked."),
            Column("warning_signs", "Signs that it becomes dangerous."),
            Column("what_i_do", "What she does."),
            Column("where_i_go", "Where she goes."),
            Column("who_i_call", "Whom she calls."),
            Column("what_i_take", "What she takes along."),
            Column("children", "What is agreed about the children."),
            Column("digital_safety", "Telephone and accounts."),
            Column("code_word", "The word that was agreed on."),
            Column("afterwards", "What changes when she is safe."),
            Column("other", "What else."),
        ],
    ),
    Sheet(
        "individual_plans",
        IndividualPlan,
        "Individual plans. Only one plan of a case runs at a time.",
        ("id",),
        [
            identity(),
            Column("case", "The id of the row in cases.csv."),
            Column("made_on", "The day it was made."),
            worker("Code of the worker with whom it was made."),
            Column("review_on", "The day of the next review."),
            Column("ended_on", "The day of its evaluation; empty: it runs."),
            Column("evaluation", "What was reached and what was not."),
        ],
        also=("case__client__vault",),
    ),
    Sheet(
        "goals",
        Goal,
        "Goals of an individual plan.",
        ("id",),
        [
            identity(),
            Column("plan", "The id of the row in individual_plans.csv."),
            Column("words", "What she wants to reach."),
            Column("until", "Until when."),
            Column("state", "How far; empty: not_begun."),
            Column("state_on", "Since when."),
            place(),
        ],
        also=("plan__case__client__vault",),
    ),
    Sheet(
        "goal_steps",
        GoalStep,
        "Steps to a goal.",
        ("id",),
        [
            identity(),
            Column("goal", "The id of the row in goals.csv."),
            Column("words", "What is done."),
            worker("Code of the worker who does it; empty: she herself."),
            Column("until", "Until when."),
            Column("done_on", "The day it was done."),
            place(),
        ],
        also=("goal__plan__case__client__vault",),
    ),
    Sheet(
        "progress_ratings",
        ProgressRating,
        "How far she feels with a goal, from 0 to 10, by her own word.",
        ("goal", "rated_on"),
        [
            Column("goal", "The id of the row in goals.csv."),
            Column("rated_on", "The day."),
            Column("value", "From 0, not at all, to 10, there.", form=Whole(0, 10)),
        ],
        also=("goal__plan__case",),
    ),
]

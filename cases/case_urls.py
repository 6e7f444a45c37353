"""What is done in a case beside talks and services: risk, plans, deadlines."""

from django.urls import path

from cases.views import clocks, goals, instruments, risk, safety_plans

urlpatterns = [
    path("cases/<uuid:case_id>/risk/", risk.risk, name="risk"),
    path("cases/<uuid:case_id>/risk/new/", risk.risk_new, name="risk_new"),
    path("risk/<uuid:assessment_id>/", risk.assessment, name="assessment"),
    path("risk/<uuid:assessment_id>/edit/", risk.assessment_edit, name="assessment_edit"),
    path("risk/<uuid:assessment_id>/stand-down/", risk.stand_down, name="stand_down"),
    path("cases/<uuid:case_id>/plan/", safety_plans.safety_plan, name="safety_plan"),
    path("cases/<uuid:case_id>/plan/new/", safety_plans.safety_plan_new, name="safety_plan_new"),
    path("plans/<uuid:plan_id>/", safety_plans.safety_plan_version, name="safety_plan_version"),
    path("plans/<uuid:plan_id>/paper/", safety_plans.safety_plan_paper, name="safety_plan_paper"),
    path("cases/<uuid:case_id>/goals/", goals.goals, name="goals"),
    path("cases/<uuid:case_id>/goals/begin/", goals.plan_begin, name="plan_begin"),
    path("goals/plans/<uuid:individual_plan_id>/edit/", goals.plan_edit, name="plan_edit"),
    path("goals/plans/<uuid:individual_plan_id>/new/", goals.goal_new, name="goal_new"),
    path("goals/plans/<uuid:individual_plan_id>/rate/", goals.plan_rate, name="plan_rate"),
    path("goals/plans/<uuid:individual_plan_id>/end/", goals.plan_end, name="plan_end"),
    path("goals/<uuid:goal_id>/edit/", goals.goal_edit, name="goal_edit"),
    path("goals/steps/<uuid:step_id>/done/", goals.step_done, name="step_done"),
    path("cases/<uuid:case_id>/deadlines/", clocks.clocks, name="clocks"),
    path("cases/<uuid:case_id>/deadlines/<slug:kind>/new/", clocks.clock_new, name="clock_new"),
    path("deadlines/<slug:kind>/<uuid:clock_id>/", clocks.clock_edit, name="clock_edit"),
    path("limits/", clocks.limits, name="limits"),
    path("limits/new/", clocks.limit_new, name="limit_new"),
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/new/", instruments.instrument_new, name="instrument_new"),
    path("instruments/begin/", instruments.instrument_begin, name="instrument_begin"),
    path("instruments/<uuid:instrument_id>/", instruments.instrument, name="instrument"),
    path("instruments/<uuid:instrument_id>/next/", instruments.instrument_next, name="instrument_next"),
    path("instruments/<uuid:instrument_id>/retire/", instruments.instrument_retire, name="instrument_retire"),
]

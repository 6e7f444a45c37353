"""The annual report of an organisation: a chapter for each programme by its kind, then what all of them share."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Kind
from reporting.figures import Counselling, CrisisCentre, Helpline, OrganisationFigures, Prevention, Shelter
from reporting.figures.volunteers import VolunteerFigures
from reporting.outlines.appendix import Definitions
from reporting.outlines.declare import Chapter, EachProgramme, Outline, Rest, Section
from reporting.outlines.foremost import Foremost
from reporting.outlines.money import MONEY
from reporting.outlines.pictures import ByHour, ByMonth, Compared, Occupancy, Parts
from reporting.outlines.plans import PlanAndResult
from reporting.outlines.summary import Summary

PLAN = Section(_("Plan and result"), PlanAndResult(), key="plan")


SAID_ALREADY = (
    VolunteerFigures.volunteers_in_units,
    VolunteerFigures.volunteer_hours_in_units,
    VolunteerFigures.volunteer_hours_by_unit,
)


def further(*without):
    """Whatever no section has named; `without` what another table says already."""
    return Section(_("Further figures"), Rest(without=(*SAID_ALREADY, *without)), key="further")


def volunteers(figures):
    return Section(
        _("Volunteers"),
        figures.volunteers,
        figures.volunteer_hours,
        figures.volunteers_by_unit,
        figures.volunteer_hours_by_kind,
        figures.volunteer_hours_by_month,
        key="volunteers",
        beside=(figures.volunteer_hours,),
    )


def duty(figures):
    """What a year owes in hours in which somebody answers, and how much of it was kept."""
    return (
        figures.hours_to_cover,
        figures.hours_covered,
        figures.hours_uncovered,
        figures.hours_covered_share,
        figures.hours_to_cover_by_duty,
        figures.hours_to_cover_by_month,
        figures.interventions,
        figures.intervention_hours,
        figures.intervention_hours_by_month_and_band,
        figures.interventions_by_task,
        figures.interventions_by_outcome,
        figures.interventions_by_caller,
    )


def roster(figures):
    return Section(_("Duty"), *duty(figures), key="duty", beside=(figures.hours_covered_share,))


def case_work(figures):
    return Section(
        _("Case work"),
        figures.cases_handled,
        figures.cases_carried_over,
        figures.cases_new,
        figures.cases_closed,
        figures.cases_open_at_end,
        figures.cases_by_month,
        figures.cases_closed_by_outcome,
        figures.first_talks,
        figures.first_talks_waited,
        figures.waiting_days,
        figures.first_talks_by_what_they_lead_to,
        figures.outcomes_reached,
        figures.outcomes_by_kind,
        figures.incidents_told,
        figures.incidents_in_family,
        figures.incidents_outside_family,
        figures.victims_direct,
        figures.children_direct,
        figures.children_witnesses,
        figures.incidents_by_kind,
        figures.victims_by_kind_and_sex,
        figures.incidents_by_relation,
        figures.group_sessions,
        figures.people_invited,
        figures.people_who_came,
        figures.invitations_kept,
        figures.users_by_kind_of_user,
        figures.accompaniments_known,
        figures.accompaniments_by_institution_and_result,
        key="case-work",
        beside=(figures.cases_handled, figures.children_witnesses),
    )


def care(figures):
    """Two sections of a programme with cases: risk and plans, and what the law sets a time for."""
    return (
        Section(
            _("Risk and plans"),
            figures.risk_assessments,
            figures.people_assessed,
            figures.people_at_high_risk,
            figures.assessments_repeated,
            figures.assessments_lower,
            figures.assessments_higher,
            figures.assessments_by_level,
            figures.assessments_by_month,
            figures.safety_plans_made,
            figures.safety_plans_reviewed,
            figures.individual_plans,
            figures.goals_set,
            figures.goals_reached,
            figures.goals_reached_share,
            figures.goals_by_state,
            key="plans",
            beside=(figures.people_at_high_risk, figures.goals_reached_share),
        ),
        Section(
            _("Reports, orders and teams"),
            figures.duty_reports,
            figures.duty_reports_in_time,
            figures.duty_reports_late,
            figures.barring_orders,
            figures.barring_order_breaches,
            figures.orders_by_stage,
            figures.orders_by_offence,
            figures.orders_by_station,
            figures.court_measures,
            figures.measures_by_kind,
            figures.team_meetings,
            figures.cases_with_team,
            figures.supervised_contacts,
            key="deadlines",
            beside=(figures.duty_reports, figures.barring_orders),
        ),
    )


CHANNELS = Compared(
    _("Counselling services by channel"),
    Helpline.helpline_calls,
    Helpline.office_calls,
    Helpline.follow_up_treatments,
    Helpline.email_counselling,
    Helpline.chat_counselling,
)

HELPLINE = Chapter(
    opening=(
        Helpline.helpline_calls,
        Helpline.helpline_call_average_minutes,
        Helpline.duty_hours,
        Helpline.volunteers,
    ),
    brief=(CHANNELS, ByMonth(Helpline.calls_by_month)),
    sections=(
        Section(
            _("Who calls and why"),
            CHANNELS,
            Helpline.helpline_calls,
            Helpline.helpline_calls_per_day,
            Helpline.helpline_call_average_minutes,
            Helpline.office_calls,
            Helpline.email_counselling,
            Helpline.follow_up_treatments,
            Helpline.chat_counselling,
            Helpline.counselling_services_total,
            Helpline.violence_contacts,
            Helpline.violence_share,
            Helpline.contacts_by_subject,
            Helpline.contacts_by_caller,
            Helpline.contacts_by_age_and_sex,
            Parts(Helpline.violence_by_kind),
            Helpline.violence_by_kind_and_sex,
            Helpline.violence_by_setting,
            Helpline.violence_by_relation,
            key="who",
            beside=(Helpline.office_calls, Helpline.violence_contacts),
        ),
        Section(
            _("When it rings"),
            ByMonth(Helpline.calls_by_month),
            Helpline.calls_by_month,
            Helpline.contacts_by_month_and_channel,
            ByHour(Helpline.calls_by_hour_and_weekday),
            key="when",
        ),
        Section(
            _("When one conversation is not enough"),
            Helpline.messages_written,
            Helpline.answers_awaited,
            Helpline.answers_within_a_day,
            Helpline.answers_within_a_day_share,
            Helpline.answer_average_minutes,
            Helpline.known_callers_contacts,
            Helpline.known_callers,
            Helpline.foreign_language_hours,
            Helpline.lawyer_hours,
            Helpline.lawyer_users,
            Helpline.detective_hours,
            Helpline.detective_users,
            Helpline.call_backs_promised,
            Helpline.call_backs_made,
            Helpline.call_backs_made_share,
            Helpline.call_backs_given_up,
            Helpline.call_backs_open,
            Helpline.call_backs_attempts,
            Helpline.call_backs_attempts_by_result,
            Helpline.interpreted_talks,
            Helpline.interpreter_hours,
            Helpline.interpreter_cost,
            Helpline.interpreter_by_language,
            Helpline.help_given,
            Helpline.referrals_given,
            Helpline.referrals,
            Helpline.referred_contacts,
            Helpline.referrals_by_institution,
            Foremost(Helpline.referrals_by_place),
            key="after",
            beside=(Helpline.follow_up_treatments, Helpline.foreign_language_hours),
        ),
        Section(
            _("Duty, training and supervision"),
            Helpline.duty_hours,
            Helpline.chat_duty_hours,
            Helpline.talk_hours,
            Helpline.talk_hours_of_further_workers,
            Helpline.worker_hours_in_talks,
            Helpline.talks_with_several_workers,
            *duty(Helpline),
            Helpline.basic_training_participants,
            Helpline.new_volunteers_trained,
            Helpline.volunteer_activities,
            Helpline.intervisions,
            Helpline.supervision_workshops,
            Helpline.additional_trainings,
            Helpline.internal_trainings,
            Helpline.staff_supervisions,
            Helpline.duty_hours_by_month,
            key="duty",
            beside=(Helpline.new_volunteers_trained,),
        ),
        case_work(Helpline),
        *care(Helpline),
        volunteers(Helpline),
        PLAN,
        further(
            Helpline.calls_by_hour,
            Helpline.calls_by_weekday,
            Helpline.violence_by_kind,
            Helpline.contacts_by_channel,
            Helpline.contacts_by_sex,
        ),
    ),
)


def by_house(figures):
    """Too fine for a report of the year; the spreadsheet has them."""
    return figures.nights_by_month_and_house, figures.occupancy_by_month_and_house, figures.admissions_by_age_and_sex


def residents(figures, *more):
    return Section(
        _("Who lived in the houses"),
        figures.women,
        figures.children,
        figures.residents,
        figures.average_residents_per_month,
        figures.admitted_women,
        figures.admitted_children,
        figures.discharged_women,
        figures.average_stay,
        *more,
        figures.residents_by_sex,
        figures.women_by_age,
        figures.women_by_referrer,
        figures.women_by_reason,
        key="residents",
        beside=(figures.admitted_women, figures.average_residents_per_month),
    )


def occupancy(figures):
    return Section(
        _("How full they were"),
        figures.nights,
        figures.nights_per_month,
        figures.bed_nights,
        figures.occupancy,
        figures.days_of_stay,
        Occupancy(figures.occupancy_by_month),
        figures.nights_by_month,
        figures.days_by_month,
        figures.occupancy_by_month,
        figures.women_by_month,
        figures.children_by_month,
        figures.residents_by_month,
        figures.occupancy_by_house,
        key="occupancy",
        beside=(figures.nights,),
    )


SHELTER = Chapter(
    opening=(Shelter.women, Shelter.children, Shelter.occupancy, Shelter.services_total),
    sections=(
        residents(Shelter),
        Section(
            _("The way in"),
            Shelter.enquiries,
            Shelter.introductory_interviews,
            Shelter.declined_after_interview,
            Shelter.informed_by,
            Shelter.interviews_by_referrer,
            Shelter.enquiries_by_outcome,
            key="enquiries",
            beside=(Shelter.introductory_interviews,),
        ),
        occupancy(Shelter),
        Section(
            _("Help and support"),
            Shelter.psychosocial_support,
            Shelter.individual_plan_counselling,
            Shelter.individual_support_hours,
            Shelter.child_support_services,
            Shelter.accompaniments,
            Shelter.group_activities,
            Shelter.joint_activities,
            Shelter.crisis_interventions_out_of_hours,
            Shelter.services_total,
            Parts(Shelter.services_by_kind),
            Shelter.services_by_kind,
            Shelter.active_hours,
            Shelter.active_hours_per_person_month,
            Shelter.women_active_hours_per_month,
            Shelter.children_active_hours_per_month,
            key="services",
            beside=(Shelter.child_support_services, Shelter.accompaniments),
        ),
        Section(
            _("After they leave"),
            Shelter.former_and_potential_users,
            Shelter.services_former_potential,
            Shelter.former_users,
            Shelter.women_by_destination,
            Shelter.women_by_length,
            key="after",
        ),
        roster(Shelter),
        case_work(Shelter),
        *care(Shelter),
        volunteers(Shelter),
        PLAN,
        further(*by_house(Shelter), Shelter.individual_support_hours_by_kind),
    ),
)

CRISIS_CENTRE = Chapter(
    opening=(CrisisCentre.women, CrisisCentre.children, CrisisCentre.nights, CrisisCentre.night_admissions),
    sections=(
        residents(CrisisCentre, CrisisCentre.night_admissions, CrisisCentre.first_social_aid),
        occupancy(CrisisCentre),
        Section(
            _("How long, and what then"),
            CrisisCentre.women_by_length,
            CrisisCentre.women_by_destination,
            CrisisCentre.women_by_employment,
            CrisisCentre.first_social_aid_at_night,
            CrisisCentre.questionnaires_returned,
            key="after",
        ),
        roster(CrisisCentre),
        case_work(CrisisCentre),
        *care(CrisisCentre),
        PLAN,
        further(*by_house(CrisisCentre)),
    ),
)

COUNSELLING = Chapter(
    opening=(
        Counselling.users,
        Counselling.counselling_hours,
        Counselling.average_users_per_month,
        Counselling.services_total,
    ),
    sections=(
        Section(
            _("Who comes for counselling"),
            Counselling.users,
            Counselling.users_planned,
            Counselling.users_over_plan,
            Counselling.users_over_plan_share,
            Counselling.average_users_per_month,
            Counselling.single_visit_users,
            Counselling.children_under_15,
            Counselling.oldest_user_age,
            Counselling.users_by_sex,
            Parts(Counselling.users_by_age),
            Counselling.users_by_age,
            Counselling.users_by_municipality,
            key="users",
            beside=(Counselling.single_visit_users, Counselling.average_users_per_month),
        ),
        Section(
            _("What we did"),
            Counselling.counselling_hours,
            Counselling.services_total,
            ByMonth(Counselling.services_by_month),
            Counselling.services_by_month,
            Counselling.users_by_month,
            Counselling.services_by_kind,
            Counselling.interpreted_talks,
            Counselling.interpreter_hours,
            Counselling.interpreter_cost,
            Counselling.interpreted_users,
            Counselling.interpreter_by_language,
            key="services",
        ),
        Section(
            _("Support groups"),
            Counselling.group_members,
            Counselling.members_of_groups,
            Counselling.members_by_group,
            key="groups",
        ),
        roster(Counselling),
        case_work(Counselling),
        *care(Counselling),
        volunteers(Counselling),
        PLAN,
        further(),
    ),
)

PREVENTION = Chapter(
    opening=(
        Prevention.workshops_vulnerable_groups,
        Prevention.participants_professionals,
        Prevention.media_items,
        Prevention.press_releases,
    ),
    sections=(
        Section(
            _("Activities"),
            Prevention.professional_events,
            Prevention.participants_professionals,
            Prevention.workshops_vulnerable_groups,
            Prevention.workshops_vulnerable_participants,
            Prevention.media_items,
            Prevention.press_releases,
            Prevention.online_items,
            Prevention.materials_sent,
            Prevention.activities_total,
            Prevention.activities_planned,
            Prevention.activities_planned_held,
            Prevention.activities_cancelled,
            Prevention.participants_in_groups,
            Prevention.participants_by_target_group,
            Parts(Prevention.activities_by_kind),
            Prevention.activities_by_kind,
            Prevention.activities_by_month,
            key="activities",
        ),
        volunteers(Prevention),
        PLAN,
        further(),
    ),
)

PEOPLE = Chapter(
    key="people",
    title=_("Volunteers and staff"),
    opening=(
        OrganisationFigures.volunteers_distinct,
        OrganisationFigures.volunteer_hours,
        OrganisationFigures.employees,
        OrganisationFigures.members,
    ),
    sections=(
        Section(
            _("Volunteer work"),
            OrganisationFigures.volunteer_hours,
            OrganisationFigures.volunteers_distinct,
            OrganisationFigures.volunteer_participations,
            OrganisationFigures.volunteer_table,
            ByMonth(OrganisationFigures.volunteer_hours_by_month),
            OrganisationFigures.volunteer_hours_by_month,
            OrganisationFigures.volunteer_hours_by_kind,
            key="volunteers",
        ),
        Section(
            _("Where we refer to"),
            OrganisationFigures.directory_places,
            OrganisationFigures.directory_unchecked,
            OrganisationFigures.directory_by_kind,
            key="directory",
        ),
        Section(
            _("Yearly report on volunteering"),
            OrganisationFigures.volunteer_agreements,
            OrganisationFigures.volunteer_agreements_new,
            OrganisationFigures.volunteers_by_age_and_sex,
            OrganisationFigures.volunteer_hours_by_age_and_kind,
            key="volunteering",
        ),
        Section(_("Staff and members"), OrganisationFigures.employees, OrganisationFigures.members, key="staff"),
        further(),
    ),
)

BY_KIND = EachProgramme(
    {
        Kind.HELPLINE: HELPLINE,
        Kind.SHELTER: SHELTER,
        Kind.CRISIS_CENTRE: CRISIS_CENTRE,
        Kind.COUNSELLING: COUNSELLING,
        Kind.PREVENTION: PREVENTION,
    }
)

ANNUAL = Outline(
    key="annual",
    title=_("Annual report"),
    chapters=(
        Chapter(
            key="summary",
            kind="summary",
            title=_("The year %(year)s in brief"),
            sections=(Summary(BY_KIND, PEOPLE, MONEY),),
        ),
        BY_KIND,
        PEOPLE,
        MONEY,
        Chapter(
            key="appendix",
            kind="appendix",
            title=_("Appendix: how we count"),
            sections=(Section("", Definitions(), key="definitions"),),
        ),
    ),
)

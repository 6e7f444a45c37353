from .activities import OF_OUR_OWN, Activity, ActivityKind, ActivityState, Attendance, Audience, Proof
from .days import Day, Holiday, WorkingDay
from .directory import DirectoryEntry, InstitutionKind
from .duty import Duty, DutyShift
from .organisations import Assignment, CoFunder, Kind, Organisation, Programme, Unit
from .readiness import Missing, Readiness, missing_for_duty
from .specialists import Specialist, SpecialistKind
from .stretches import DutyStretch, PlannedStretch
from .swaps import RosterFeed, Swap
from .vocabularies import Term, Vocabulary
from .volunteers import Agreement, Declaration, TrainingStandard
from .weeks import OnHolidays, OpeningHours, Weekday, WeekPattern
from .workers import Engagement, EngagementKind, VolunteerRate, VolunteerWork, Worker, WorkKind, WorkState

__all__ = [
    "OF_OUR_OWN",
    "Activity",
    "ActivityKind",
    "ActivityState",
    "Agreement",
    "Assignment",
    "Attendance",
    "Audience",
    "CoFunder",
    "Day",
    "Declaration",
    "DirectoryEntry",
    "Duty",
    "DutyShift",
    "DutyStretch",
    "Engagement",
    "EngagementKind",
    "Holiday",
    "InstitutionKind",
    "Kind",
    "Missing",
    "OnHolidays",
    "OpeningHours",
    "Organisation",
    "PlannedStretch",
    "Programme",
    "Proof",
    "Readiness",
    "RosterFeed",
    "Specialist",
    "SpecialistKind",
    "Swap",
    "Term",
    "TrainingStandard",
    "Unit",
    "Vocabulary",
    "VolunteerRate",
    "VolunteerWork",
    "WeekPattern",
    "Weekday",
    "WorkKind",
    "WorkState",
    "Worker",
    "WorkingDay",
    "missing_for_duty",
]

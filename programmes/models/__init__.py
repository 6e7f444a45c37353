from .activities import Activity, ActivityKind, Attendance
from .days import Day, Holiday, WorkingDay
from .directory import DirectoryEntry, InstitutionKind
from .duty import Duty, DutyShift
from .organisations import Assignment, CoFunder, Kind, Organisation, Programme, Unit
from .stretches import DutyStretch, PlannedStretch
from .swaps import RosterFeed, Swap
from .vocabularies import Term, Vocabulary
from .weeks import OnHolidays, OpeningHours, Weekday, WeekPattern
from .workers import Engagement, EngagementKind, VolunteerRate, VolunteerWork, Worker, WorkKind

__all__ = [
    "Activity",
    "ActivityKind",
    "Assignment",
    "Attendance",
    "CoFunder",
    "Day",
    "DirectoryEntry",
    "Duty",
    "DutyShift",
    "DutyStretch",
    "Engagement",
    "EngagementKind",
    "Holiday",
    "InstitutionKind",
    "Kind",
    "OnHolidays",
    "OpeningHours",
    "Organisation",
    "PlannedStretch",
    "Programme",
    "RosterFeed",
    "Swap",
    "Term",
    "Unit",
    "Vocabulary",
    "VolunteerRate",
    "VolunteerWork",
    "WeekPattern",
    "Weekday",
    "WorkKind",
    "Worker",
    "WorkingDay",
]

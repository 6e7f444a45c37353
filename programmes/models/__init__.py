from .activities import Activity, ActivityKind, Attendance
from .days import Day
from .directory import DirectoryEntry, InstitutionKind
from .duty import Duty, DutyShift
from .organisations import Assignment, CoFunder, Kind, Organisation, Programme, Unit
from .vocabularies import Term, Vocabulary
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
    "Engagement",
    "EngagementKind",
    "InstitutionKind",
    "Kind",
    "Organisation",
    "Programme",
    "Term",
    "Unit",
    "Vocabulary",
    "VolunteerRate",
    "VolunteerWork",
    "WorkKind",
    "Worker",
]

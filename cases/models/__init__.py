from .call_backs import CallAttempt
from .cases import Case, DaysFrom
from .clients import Client, age_on
from .clues import Clue, ClueKind
from .contacts import Contact
from .drafts import Draft
from .first_talks import FirstTalk, Need, Reached
from .goals import Goal, GoalStep, IndividualPlan, ProgressRating
from .groups import Invitation, Membership
from .hand_overs import HandOver, colleagues_for
from .holdings import Holding
from .incidents import Incident, Victim
from .instruments import Instrument, RiskBand, RiskItem
from .interpreters import InterpreterUse
from .interventions import Intervention, InterventionPart, InterventionWorker, StandbyTable
from .limits import LegalLimit
from .measures import (
    AgreedStep,
    BarringOrder,
    Breach,
    CourtDate,
    CourtMeasure,
    DutyReport,
    Invited,
    SupervisedContacts,
    TeamMeeting,
)
from .merges import Merge, MergedRow
from .messages import Message, Wait
from .months import CaseClosing, CaseMonth, CaseOpening
from .pages import PageSecret
from .people import CasePerson, Involved
from .questions import FieldRule
from .referrals import Referral
from .releases import Disclosure, Release
from .risk import RiskAssessment
from .safety_plans import SafetyPlan
from .services import Group, Participation, Service
from .shift_notes import ShiftNote, ShiftNoteSignature
from .talks import TalkPart

__all__ = [
    "AgreedStep",
    "BarringOrder",
    "Breach",
    "CallAttempt",
    "Case",
    "CaseClosing",
    "CaseMonth",
    "CaseOpening",
    "CasePerson",
    "Client",
    "Clue",
    "ClueKind",
    "Contact",
    "CourtDate",
    "CourtMeasure",
    "DaysFrom",
    "Disclosure",
    "Draft",
    "DutyReport",
    "FieldRule",
    "FirstTalk",
    "Goal",
    "GoalStep",
    "Group",
    "HandOver",
    "Holding",
    "Incident",
    "IndividualPlan",
    "Instrument",
    "InterpreterUse",
    "Intervention",
    "InterventionPart",
    "InterventionWorker",
    "Invitation",
    "Invited",
    "Involved",
    "LegalLimit",
    "Membership",
    "Merge",
    "MergedRow",
    "Message",
    "Need",
    "PageSecret",
    "Participation",
    "ProgressRating",
    "Reached",
    "Referral",
    "Release",
    "RiskAssessment",
    "RiskBand",
    "RiskItem",
    "SafetyPlan",
    "Service",
    "ShiftNote",
    "ShiftNoteSignature",
    "StandbyTable",
    "SupervisedContacts",
    "TalkPart",
    "TeamMeeting",
    "Victim",
    "Wait",
    "age_on",
    "colleagues_for",
]

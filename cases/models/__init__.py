from .call_backs import CallAttempt
from .cases import Case
from .clients import Client, age_on
from .contacts import Contact
from .drafts import Draft
from .goals import Goal, GoalStep, IndividualPlan, ProgressRating
from .hand_overs import HandOver, colleagues_for
from .instruments import Instrument, RiskBand, RiskItem
from .pages import PageSecret
from .referrals import Referral
from .releases import Disclosure, Release
from .risk import RiskAssessment
from .safety_plans import SafetyPlan
from .services import Group, Participation, Service
from .shift_notes import ShiftNote, ShiftNoteSignature
from .talks import TalkPart

__all__ = [
    "CallAttempt",
    "Case",
    "Client",
    "Contact",
    "Disclosure",
    "Draft",
    "Goal",
    "GoalStep",
    "Group",
    "HandOver",
    "IndividualPlan",
    "Instrument",
    "PageSecret",
    "Participation",
    "ProgressRating",
    "Referral",
    "Release",
    "RiskAssessment",
    "RiskBand",
    "RiskItem",
    "SafetyPlan",
    "Service",
    "ShiftNote",
    "ShiftNoteSignature",
    "TalkPart",
    "age_on",
    "colleagues_for",
]

from .cases import Case
from .clients import Client, age_on
from .contacts import Contact
from .drafts import Draft
from .instruments import Instrument, RiskBand, RiskItem
from .pages import PageSecret
from .risk import RiskAssessment
from .services import Group, Participation, Service

__all__ = [
    "Case",
    "Client",
    "Contact",
    "Draft",
    "Group",
    "Instrument",
    "PageSecret",
    "Participation",
    "RiskAssessment",
    "RiskBand",
    "RiskItem",
    "Service",
    "age_on",
]

from .cases import Case
from .clients import Client, age_on
from .contacts import Contact
from .drafts import Draft
from .pages import PageSecret
from .services import Group, Participation, Service

__all__ = ["Case", "Client", "Contact", "Draft", "Group", "PageSecret", "Participation", "Service", "age_on"]

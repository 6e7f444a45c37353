from .clients import Case, Client, age_on
from .contacts import Contact, Draft
from .services import Group, Participation, Service

__all__ = ["Case", "Client", "Contact", "Draft", "Group", "Participation", "Service", "age_on"]

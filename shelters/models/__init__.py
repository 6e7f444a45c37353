from .beds import Bed, BedKind, BedNight, Closure, House, Room, UsableNight
from .enquiries import BedInView, Enquiry, Outcome
from .stays import (
    Admission,
    DayOfStay,
    Discharge,
    Extension,
    Household,
    Night,
    NightsBetween,
    Placement,
    Resident,
    Stay,
    participations_during,
)

__all__ = [
    "Admission",
    "Bed",
    "BedInView",
    "BedKind",
    "BedNight",
    "Closure",
    "DayOfStay",
    "Discharge",
    "Enquiry",
    "Extension",
    "House",
    "Household",
    "Night",
    "NightsBetween",
    "Outcome",
    "Placement",
    "Resident",
    "Room",
    "Stay",
    "UsableNight",
    "participations_during",
]

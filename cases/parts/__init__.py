"""What each subject brings to the pages of a person and of a case: events, flags, steps, sections."""

from . import (
    cases,
    clocks,
    contacts,
    first_talks,
    goals,
    incidents,
    interventions,
    people,
    releases,
    risk,
    safety_plans,
    services,
)

__all__ = [
    "cases",
    "clocks",
    "contacts",
    "first_talks",
    "goals",
    "incidents",
    "interventions",
    "people",
    "releases",
    "risk",
    "safety_plans",
    "services",
]

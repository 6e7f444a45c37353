"""What each subject brings to the pages of a person and of a case: events, flags, steps, sections."""

from . import (
    contacts,
    releases,
    risk,
    services,
)

__all__ = [
    "contacts",
    "releases",
    "risk",
    "services",
]

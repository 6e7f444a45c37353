"""What each subject brings to the pages of a person and of a case: events, flags, steps, sections."""

from . import contacts, goals, releases, risk, safety_plans, services

__all__ = ["contacts", "goals", "releases", "risk", "safety_plans", "services"]

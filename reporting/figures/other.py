"""Programmes of which only volunteer work is counted: governing bodies and whatever has no kind of its own."""

from programmes.models import Kind
from reporting.figures.releases import ReleaseFigures
from reporting.figures.volunteers import VolunteerFigures


class Governance(VolunteerFigures, kind=Kind.GOVERNANCE):
    pass


class Other(ReleaseFigures, VolunteerFigures, kind=Kind.OTHER):
    pass

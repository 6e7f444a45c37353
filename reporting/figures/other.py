"""Governing bodies, of which only volunteer work is counted, and whatever has no kind of its own."""

from programmes.models import Kind
from reporting.figures.cases import CaseFigures
from reporting.figures.releases import ReleaseFigures
from reporting.figures.volunteers import VolunteerFigures


class Governance(VolunteerFigures, kind=Kind.GOVERNANCE):
    pass


class Other(ReleaseFigures, CaseFigures, VolunteerFigures, kind=Kind.OTHER):
    pass

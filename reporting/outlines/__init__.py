"""Kinds of report. A new kind is a module here with an `Outline`, and a line below."""

from reporting.outlines.annual import ANNUAL
from reporting.outlines.assembling import assemble_outline

OUTLINES = {outline.key: outline for outline in (ANNUAL,)}


def assemble(report, language, **more):
    """The report as a document in one language, with every number counted now."""
    return assemble_outline(OUTLINES[report.outline], report, language, **more)


__all__ = ["OUTLINES", "assemble"]

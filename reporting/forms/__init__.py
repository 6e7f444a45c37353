from .reports import FileForm, NarrativeForm, ReportForm

__all__ = ["FileForm", "NarrativeForm", "ReportForm"]

from .finance import Amount, Side, StatedTotal
from .jobs import ReportFile, ReportJob
from .plans import Plan
from .reports import Narrative, Report

__all__ = ["Amount", "Narrative", "Plan", "Report", "ReportFile", "ReportJob", "Side", "StatedTotal"]

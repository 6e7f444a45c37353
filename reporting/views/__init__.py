from .files import file_cancel, file_download, file_list, file_make, file_progress, file_retry
from .narratives import narrative_edit
from .reports import number, report, report_list

__all__ = [
    "file_cancel",
    "file_download",
    "file_list",
    "file_make",
    "file_progress",
    "file_retry",
    "narrative_edit",
    "number",
    "report",
    "report_list",
]

from .made import MadeOnceForm
from .records import RecordForm, safe_formfield

__all__ = ["MadeOnceForm", "RecordForm", "safe_formfield"]

from .records import RecordForm, safe_formfield

__all__ = ["RecordForm", "safe_formfield"]

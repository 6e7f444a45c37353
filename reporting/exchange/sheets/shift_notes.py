"""What one shift leaves to the next, and who has read it."""

from cases.models import ShiftNote, ShiftNoteSignature
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker

SHIFT_NOTES = [
    Sheet(
        "shift_notes",
        ShiftNote,
        "What one shift left to the next.",
        ("id",),
        [
            identity(),
            programme(),
            unit("Key of the unit of that programme that it concerns alone."),
            Column("author", "Code of the worker who wrote it."),
            Column("written_at", "When."),
            Column("text", "What she wrote."),
        ],
    ),
    Sheet(
        "shift_note_signatures",
        ShiftNoteSignature,
        "Who has read a note of a shift.",
        ("note", "worker"),
        [
            Column("note", "Id of the note."),
            worker("Code of the worker who signed."),
            Column("signed_at", "When."),
        ],
    ),
]

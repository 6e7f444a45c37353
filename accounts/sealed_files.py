"""Files sealed at rest: AES-256-GCM under the data key of a vault, bound to their row, as sealed texts are.

What comes in is checked by what it is, never by what it calls itself; what goes out is a download under a neutral
name, never a page. Pictures come in without the place and time that a camera wrote into them.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from accounts.sealing import Box, SealedTextField, Unreadable, decrypted, encrypted

MOST = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 60_000_000
PICTURES = {"jpg": "JPEG", "png": "PNG"}
DOCUMENTS = {  # by the part that only such a file has
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
}


class SealedBytesField(SealedTextField):
    """Bytes that only the application reads; reading them raises `Unreadable` once their key is destroyed."""

    description = "Sealed bytes"

    def seal(self, instance, content):
        return Box(encrypted(instance.vault.data_key(), bytes(content), self.place(instance)) if content else b"")

    def open(self, instance, box):
        return decrypted(instance.vault.data_key(), box, self.place(instance)) if box else b""

    def formfield(self, **kwargs):
        return None


@dataclass(frozen=True)
class Upload:
    """A file that was checked: `kind` is what it is (pdf, jpg, png, docx, xlsx, odt), `name` what it was called."""

    name: str
    kind: str
    content: bytes


class SealedUploadField(forms.FileField):
    """One file; cleans to an `Upload`."""

    widget = forms.ClearableFileInput
    default_error_messages = {
        "too_large": _("The file is larger than %(most)s MB."),
        "kind": _("This is no PDF, picture (JPEG, PNG) or document (docx, xlsx, odt)."),
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt"}))
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST:
            raise forms.ValidationError(
                self.error_messages["too_large"], "too_large", params={"most": MOST // 1024 // 1024}
            )
        content = file.read()
        kind = kind_of(content)
        if not kind:
            raise forms.ValidationError(self.error_messages["kind"], "kind")
        try:
            content = without_traces(content, kind)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            raise forms.ValidationError(self.error_messages["kind"], "kind") from None
        return Upload(PurePath(file.name).name[:120], kind, content)


def kind_of(content):
    """By the first bytes, and by what an archive holds; nothing for everything else."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return kind_of_archive(content) if content.startswith(b"PK\x03\x04") else ""


def kind_of_archive(content):
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OSError):
        return ""
    return next((kind for kind, part in DOCUMENTS.items() if part in names), "")


def without_traces(content, kind):
    """A picture turned upright and without what a camera or a program wrote beside it; others as they are."""
    if kind not in PICTURES:
        return content
    with Image.open(BytesIO(content)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        upright = ImageOps.exif_transpose(opened)
        bare = upright.convert("RGB") if kind == "jpg" else upright
        for trace in list(bare.info):
            del bare.info[trace]
        target = BytesIO()
        bare.save(target, PICTURES[kind], **({"quality": 90} if kind == "jpg" else {}))
    return target.getvalue()


def download(content, name):
    """An answer that no browser shows inline, runs or guesses about."""
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


__all__ = ["SealedBytesField", "SealedUploadField", "Unreadable", "Upload", "download", "kind_of", "without_traces"]

"""Every word of code and templates that is to be translated, and the catalogue that translates it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import template

HOME = settings.BASE_DIR
ROOMS = ["accounts", "programmes", "cases", "shelters", "reporting", "config", "templates"]
PO = HOME / "locale" / "sl" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
HEADER = r"""msgid ""
msgstr ""
"Language: sl\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);\n"

"""
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def sources():
    for room in ROOMS:
        for file in sorted((HOME / room).rglob("*")):
            if file.suffix in {".py", ".html", ".txt", ".svg", ".xml"} and "migrations" not in file.parts:
                yield file


def collect():
    """A catalogue without translations: what code and templates say today."""
    found = Catalog(locale="sl")
    for file in sources():
        text = file.read_text()
        if file.suffix != ".py":
            text = "\n".join(line.strip() for line in template.templatize(text, origin=str(file)).split("\n"))
        for _line, message, comments, context in extract("python", BytesIO(text.encode()), KEYWORDS):
            found.add(message, locations=[(str(file.relative_to(HOME)), 1)], auto_comments=comments, context=context)
    return found


def read(file: Path = PO):
    if not file.exists():
        return Catalog(locale="sl")
    with file.open("rb") as source:
        return read_po(source, locale="sl", abort_invalid=True)


def updated(*translations):
    """Today's words with the translations of the files named, and of the catalogue where they have none."""
    known_catalogues, fresh = [*map(read, translations), read()], collect()
    for message in fresh:
        for catalogue in known_catalogues:
            known = catalogue.get(message.id, message.context) if message.id else None
            if known and known.pluralizable == message.pluralizable and any(known.string):
                message.string = known.string
                break
    return fresh


def untranslated(catalogue):
    """Messages without a translation, or with one that lost a placeholder, and why."""
    for message in catalogue:
        if not message.id:
            continue
        words = message.string if isinstance(message.string, (tuple, list)) else [message.string]
        if not all(words):
            yield message.id, "no translation"
            continue
        for error in message.check(catalogue):
            yield message.id, str(error)


def write(catalogue):
    PO.parent.mkdir(parents=True, exist_ok=True)
    entries = BytesIO()
    write_po(entries, catalogue, width=110, sort_output=True, include_lineno=False, omit_header=True)
    PO.write_bytes(HEADER.encode() + entries.getvalue())
    MO.write_bytes(compiled())


def compiled():
    """The catalogue as the program reads it; the same words give the same bytes."""
    catalogue = read()
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()

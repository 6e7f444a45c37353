"""The printed report: one HTML document, set in type."""

from django.template.loader import render_to_string
from django.utils import translation

from programmes.pdf import set_in_type
from reporting.gluing import glue


def printed_html(document):
    """The whole report as one HTML page, in the document's language."""
    with translation.override(document.language):
        return glue(render_to_string("reporting/printed.html", {"document": document}), document.language)


def render_pdf(document, on_breath=lambda: None):
    """Bytes and number of pages; see `set_in_type`."""
    return set_in_type(printed_html(document), document.identifier, on_breath)

"""What the templates of reports need: {% load printed %}."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from reporting import charts
from reporting.document import Brief, Disagreement, Picture, Table

register = template.Library()
register.filter("data_uri", charts.data_uri)

PRINTED = {
    Brief: ("reporting/printed_brief.html", "brief"),
    Table: ("reporting/printed_table.html", "table"),
    Picture: ("reporting/printed_picture.html", "picture"),
    Disagreement: ("reporting/printed_disagreement.html", "disagreement"),
}


@register.simple_tag
def printed_block(block):
    """A table, a chart or a disagreement as it is printed."""
    name, variable = PRINTED[type(block)]
    return mark_safe(render_to_string(name, {variable: block}))


ON_THE_PAGE = {
    Brief: ("reporting/page_brief.html", "brief"),
    Table: ("reporting/page_table.html", "table"),
    Picture: ("reporting/page_picture.html", "picture"),
    Disagreement: ("reporting/page_disagreement.html", "disagreement"),
}


@register.simple_tag(takes_context=True)
def page_block(context, block):
    """The same on the page, where its numbers open."""
    name, variable = ON_THE_PAGE[type(block)]
    more = {key: context[key] for key in ("report", "chapter", "opened") if key in context}
    return mark_safe(render_to_string(name, {variable: block, **more}))


@register.filter
def lower_first(words):
    return words[:1].lower() + words[1:]


@register.filter
def drawing(picture):
    """The chart within the page, named for who can't see it. It is our own drawing: no text in it is anybody else's."""
    return mark_safe(picture.svg.replace("<svg ", '<svg aria-hidden="true" ', 1))

"""Tags and filters that every template may use: {% load lipa %}. How things are written is said in programmes/writing.py."""

from django import forms, template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import access
from programmes import writing

register = template.Library()


@register.simple_tag
def icon(name, label="", css="icon"):
    """A drawing of static/icons/icons.svg. With a label it speaks; without one the words beside it do."""
    drawing = format_html('<use href="{}#{}"></use>', static("icons/icons.svg"), name)
    if label:
        return format_html(
            '<svg class="{}" viewBox="0 0 16 16" role="img" aria-label="{}">{}</svg>', css, label, drawing
        )
    return format_html('<svg class="{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', css, drawing)


@register.simple_tag(takes_context=True)
def may_open(context, view_name):
    """Whether the person who looks may open a page: a door that is shut to her is not drawn."""
    return access.may_open(context["request"].user, view_name)


@register.filter
def undo_address(extra_tags):
    """The address of our own that a message carries to be undone, or nothing."""
    tags = extra_tags or ""
    return tags if tags.startswith("/") and url_has_allowed_host_and_scheme(tags, allowed_hosts=None) else ""


WRITTEN = [
    *["day", "day_short", "day_long", "near_day", "weekday", "clock", "moment", "near_moment", "period"],
    *["number", "percent", "money", "minutes", "minutes_long", "hours"],
]
for name in WRITTEN:
    register.filter(name, getattr(writing, name))


@register.filter
def counted_hours(value):
    """1 ura, 2,5 ure: hours that are counted in hours, not in minutes."""
    return writing.HOURS.counted(value)


@register.filter
def is_tick(field):
    """A single checkbox: its name stands beside the box, as a chip."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def control(field):
    """The control of a bound field with the class that its kind has in our styles, and what its form puts beside it."""
    beside = getattr(field.field, "beside", None)
    return format_html("{}{}", drawn(field), beside()) if beside else drawn(field)


def drawn(field):
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        box = field.as_widget()
        return format_html('<label class="chip" for="{}">{}{}</label>', field.id_for_label, box, field.label)
    if field.use_fieldset:
        return field.as_widget()
    return field.as_widget(attrs={"class": f"input {widget.attrs.get('class', '')}".strip()})


BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


@register.filter
def browser(user_agent):
    """What a browser says of itself, in the two words by which she knows it: Firefox, Windows."""
    known = [next((name for mark, name in marks.items() if mark in user_agent), "") for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, known)) or user_agent[:40]


@register.filter
def chosen(field):
    """The words of the answer that a bound field with choices shows as chosen."""
    words = {str(key): label for key, label in field.field.choices}
    return words.get(str(field.value()), "")


@register.filter
def milliseconds(moment):
    """Since 1970, as a page's clock counts them."""
    return int(moment.timestamp() * 1000) if moment else ""

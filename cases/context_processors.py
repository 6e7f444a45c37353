from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.access import may_open
from cases.models import Draft
from cases.vocabulary import SHORT_CHANNELS
from programmes.writing import clock, minutes


def running_drafts(request):
    """Drafts follow her from page to page, as pills with their timers."""
    return {"running_drafts": SimpleLazyObject(lambda: list(pills(getattr(request, "user", None))))}


def pills(user):
    if not user or not user.is_authenticated or not may_open(user, "cases:call"):
        return
    for draft in Draft.objects.visible_to(user).with_hand_overs():
        label = capfirst(SHORT_CHANNELS[draft.channel])
        yield {
            "url": reverse("cases:call", args=[draft.pk]),
            "label": f"{label} {clock(draft.started_at)}" if draft.waits else label,
            "detail": _("not finished") if draft.waits else minutes(draft.minutes),
            "since": "" if draft.waits else int(draft.started_at.timestamp() * 1000),
            "waits": draft.waits,
            "draft": draft,
        }

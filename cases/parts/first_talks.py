from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import FirstTalk, Need, Reached
from cases.places import Action, Fact, Step, actions, facts, steps
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source

TALK_WITHIN = timedelta(days=7)  # a reminder, no limit


@source("talks", pgettext_lazy("time line", "first talk"), position=25)
def first_talks(whose):
    talks = FirstTalk.objects.visible_to(whose.user).filter(case__client=whose.client)
    if whose.case:
        talks = talks.filter(case=whose.case)
    for talk in talks.select_related("vault", "worker__user", "worker__vault"):
        yield Event(
            at=talk.talked_on,
            icon="note",
            title=_("First talk"),
            url=reverse("cases:first_talk", args=[talk.case_id]),
            detail=listed(called(talk.worker), talk.get_leads_to_display()),
            note="\n".join(f"{name}: {text}" for name, text in talk.headings),
        )


@source("reached", pgettext_lazy("time line", "outcomes"), position=50)
def what_was_reached(whose):
    reached = Reached.objects.visible_to(whose.user).filter(case__client=whose.client)
    if whose.case:
        reached = reached.filter(case=whose.case)
    for one in reached.select_related("vault", "what"):
        yield Event(
            at=one.on, icon="check", title=one.what, url=reverse("cases:reached_edit", args=[one.pk]), note=one.note
        )


@actions.part
def first_talk_is_to_be_held(case, user):
    if not case.closed_on and not FirstTalk.objects.filter(case=case).exists():
        yield Action(_("First talk"), reverse("cases:first_talk", args=[case.pk]), "t")


@steps.part
def first_talk_waits(case, user):
    """Since she asked; where nobody knows when, since the case was opened."""
    if not case.closed_on and not FirstTalk.objects.filter(case=case).exists():
        since = case.asked_on or case.opened_on
        waits = (timezone.localdate() - since).days
        yield Step(
            on=since + TALK_WITHIN,
            words=pgettext("next step", "first talk"),
            detail=_("she asked %(days)s days ago") % {"days": waits} if waits else "",
            url=reverse("cases:first_talk", args=[case.pk]),
        )


@facts.part
def needs(case, user):
    words = [str(need.what) for need in Need.objects.visible_to(user).filter(case=case).select_related("what")]
    if words:
        yield Fact(_("Needs"), ", ".join(words))

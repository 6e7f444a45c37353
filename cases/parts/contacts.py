from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import Contact
from cases.places import Step, steps
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source
from programmes.writing import clock, minutes_long


@source("contacts", pgettext_lazy("time line", "contacts"), position=10)
def contacts(whose):
    for contact in whose.records(Contact.objects).for_list().select_related("vault"):
        yield Event(
            at=contact.started_at,
            icon=contact.icon,
            title=contact.title,
            url=reverse("cases:contact", args=[contact.pk]),
            detail=listed(contact.get_channel_display(), minutes_long(contact.minutes), called(contact.worker)),
            note=contact.note,
            in_danger=contact.is_in_danger,
        )


@steps.part
def call_backs(case, user):
    promised = Contact.objects.visible_to(user).filter(client=case.client_id, programme=case.programme_id)
    for contact in promised.to_call_back().exclude(follow_up_at=None):
        yield Step(
            on=timezone.localdate(contact.follow_up_at),
            words=pgettext("next step", "call back"),
            detail=clock(contact.follow_up_at),
            url=reverse("cases:contact", args=[contact.pk]),
        )

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.messages import MessageForm
from cases.models import Contact, Message
from cases.vocabulary import Direction


def message_new(request, contact_id):
    """A later message joins its conversation: the contact stays one."""
    contact = get_object_or_404(
        Contact.objects.visible_to(request.user).select_related("vault", "programme"), pk=contact_id
    )
    waits = contact.waits.unanswered().exists()
    initial = {
        "direction": Direction.OUT if waits else Direction.IN,
        "written_at": timezone.now().replace(second=0, microsecond=0),
    }
    form = MessageForm(request.POST or None, contact=contact, user=request.user, initial=initial)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, Act.CREATED)
    return render(request, "cases/message_form.html", {"form": form, "contact": contact})


def message_edit(request, message_id):
    message = get_object_or_404(
        Message.objects.visible_to(request.user).select_related("vault", "contact__vault", "contact__programme"),
        pk=message_id,
    )
    form = MessageForm(request.POST or None, instance=message, contact=message.contact, user=request.user)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, Act.CHANGED)
    return render(request, "cases/message_form.html", {"form": form, "contact": message.contact})


def saved(request, form, act):
    if not form.is_repeated:
        trail.record(request, act, form.instance)
    messages.success(request, _("Saved."))
    return redirect("cases:contact", form.instance.contact_id)


def thread_of(contact):
    """What its page shows of a conversation in writing."""
    if not contact.is_in_writing:
        return {}
    waits = list(contact.waits.order_by("asked_at"))
    return {
        "thread": contact.messages.select_related("vault", "worker__user", "worker__vault"),
        "waiting": next((wait for wait in waits if wait.answered_at is None), None),
        "first_answer": next((wait for wait in waits if wait.answered_at), None),
    }

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.interpreters import InterpreterForm
from cases.models import Contact, InterpreterUse, Service


def contact_interpreter(request, contact_id):
    contact = get_object_or_404(Contact.objects.visible_to(request.user).select_related("programme"), pk=contact_id)
    return edit(request, InterpreterUse(contact=contact), contact, Act.CREATED)


def service_interpreter(request, service_id):
    service = get_object_or_404(Service.objects.visible_to(request.user).select_related("programme"), pk=service_id)
    return edit(request, InterpreterUse(service=service), service, Act.CREATED)


def interpreter_edit(request, use_id):
    use = find(request, use_id)
    return edit(request, use, use.contact or use.service, Act.CHANGED)


@require_POST
@transaction.atomic
def interpreter_remove(request, use_id):
    """She was entered by mistake; the history keeps it."""
    use = find(request, use_id)
    trail.record(request, Act.ERASED, use)
    address = page_of(use)
    use.delete()
    messages.success(request, _("Taken back: it no longer counts."))
    return redirect(*address)


def find(request, use_id):
    uses = InterpreterUse.objects.visible_to(request.user).select_related("contact__programme", "service__programme")
    return get_object_or_404(uses, pk=use_id)


def edit(request, use, talk, act):
    form = InterpreterForm(request.POST or None, instance=use, talk=talk)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, act, use)
        messages.success(request, _("Saved."))
        return redirect(*page_of(use))
    return render(
        request, "cases/interpreter_form.html", {"form": form, "use": use, "talk": talk, "is_new": act == Act.CREATED}
    )


def uses_in(talk):
    """Who interpreted in a contact or a service."""
    return talk.interpreter_uses.select_related("interpreter__user", "interpreter__vault", "language")


def page_of(use):
    if use.contact_id:
        return ("cases:contact", use.contact_id)
    return ("cases:service_edit", use.service_id)

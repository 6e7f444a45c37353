from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.linking import WhoseTalkForm
from cases.models import Contact


def contact_person(request, contact_id):
    """Whose talk it was: linked to a person and her case, to a new code, or to nobody."""
    contact = get_object_or_404(
        Contact.objects.visible_to(request.user).select_related("vault", "client__vault", "programme__organisation"),
        pk=contact_id,
    )
    form = WhoseTalkForm(request.POST or None, instance=contact, user=request.user)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, contact)
        if form.gets_new_code:
            trail.record(request, Act.CREATED, contact.client)
        messages.success(request, said(contact))
        return redirect("cases:contact", contact.pk)
    return render(request, "cases/contact_person.html", {"form": form, "contact": contact})


def said(contact):
    return _("Linked to %(code)s.") % {"code": contact.client.code} if contact.client else _("Linked to nobody.")

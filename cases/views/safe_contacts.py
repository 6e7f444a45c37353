"""How a client may be reached: the rule, its confirmation, and the number behind a deliberate click."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.safe_contacts import SafeContactForm
from cases.views.clients import find_client


def safe_contact(request, client_id):
    client = find_client(request, client_id)
    form = SafeContactForm(request.POST or None, instance=client)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, client, purpose=_("safe contact"))
        messages.success(request, _("Saved."))
        return redirect("cases:client", client.pk)
    if not form.is_bound:
        trail.record(request, Act.OPENED, client, purpose=_("safe contact"))
    return render(request, "cases/safe_contact_form.html", {"form": form, "client": client})


@require_POST
def confirm_safe_contact(request, client_id):
    """She said today that it still holds."""
    client = find_client(request, client_id)
    if client.safe_contact_is_agreed:
        client.confirmed_on = timezone.localdate()
        client.save(update_fields=["confirmed_on"])
        trail.record(request, Act.CHANGED, client, purpose=_("safe contact confirmed"))
        messages.success(request, _("Confirmed today."))
    return redirect("cases:client", client.pk)


@require_POST
def client_number(request, client_id):
    client = find_client(request, client_id)
    trail.record(request, Act.OPENED, client, purpose=_("number"))
    return render(request, "cases/number.html" if request.htmx else "cases/number_page.html", {"client": client})

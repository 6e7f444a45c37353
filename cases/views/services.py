from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.services import ServiceForm, programmes_with
from cases.models import Service
from cases.views.clients import find_client
from cases.views.interpreters import uses_in


def service_new(request, client_id):
    client = find_client(request, client_id)
    programmes = list(programmes_with(request.user, client))
    wanted = request.GET.get("programme")
    programme = next((programme for programme in programmes if str(programme.pk) == wanted), programmes[0])
    form = ServiceForm(
        request.POST or None,
        user=request.user,
        programme=programme,
        client=client,
        initial={"started_at": timezone.now().replace(second=0, microsecond=0)},
    )
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, client, Act.CREATED)
    return render(
        request,
        "cases/service_form.html",
        {"form": form, "client": client, "programme": programme, "programmes": programmes},
    )


def service_edit(request, service_id):
    service = get_object_or_404(
        Service.objects.visible_to(request.user).select_related("programme", "vault"), pk=service_id
    )
    client = get_object_or_404(service.receivers.visible_to(request.user).order_by("code")[:1])
    form = ServiceForm(
        request.POST or None, instance=service, user=request.user, programme=service.programme, client=client
    )
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, client, Act.CHANGED)
    context = {"form": form, "client": client, "programme": service.programme, "interpreter_uses": uses_in(service)}
    return render(request, "cases/service_form.html", context)


def saved(request, form, client, act):
    trail.record(request, act, form.instance)
    messages.success(request, _("Saved."))
    return redirect("cases:client", client.pk)

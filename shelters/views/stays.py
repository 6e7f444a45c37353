from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from shelters.forms.admissions import AdmissionForm
from shelters.forms.asked import AskedForm
from shelters.forms.stays import DischargeForm, ExtensionForm, MoveForm
from shelters.models import Extension, Household, Outcome, Placement, Stay


def admit(request):
    asked = AskedForm(request.GET, user=request.user)
    if asked.enquiry and asked.enquiry.outcome != Outcome.WAITING and request.method == "GET":
        return redirect("shelters:enquiry", asked.enquiry.pk)
    form = AdmissionForm(request.POST or None, asked=asked, user=request.user, instance=Household())
    if form.is_valid():
        if household := form.already_saved():
            return redirect("shelters:stay", household.stays.earliest("arrived_at").pk)
        if form.save_or_explain():
            return admitted(request, form.stays)
    context = {"form": form, "asked": asked, "enquiry": asked.enquiry, "programme": form.programme}
    return render(request, "shelters/stay_admit.html", context)


def admitted(request, stays):
    for stay in stays:
        trail.record(request, Act.CREATED, stay)
    if enquiry := stays[0].household.enquiry:
        trail.record(request, Act.CHANGED, enquiry)
    messages.success(request, _("Admitted: %(code)s.") % {"code": ", ".join(stay.client.code for stay in stays)})
    return redirect("shelters:stay", stays[0].pk)


def stay(request, stay_id):
    stays = Stay.objects.visible_to(request.user).select_related("programme", "household__enquiry")
    stay = get_object_or_404(stays, pk=stay_id)
    trail.record(request, Act.OPENED, stay)
    members = members_of(stay.household)
    in_house = [member for member in members if member.left_at is None]
    extensions = Extension.objects.filter(stay__household=stay.household).select_related("stay__client", "vault")
    return render(
        request,
        "shelters/stay.html",
        {
            "stay": stay,
            "members": members,
            "first": members[0],
            "in_house": in_house,
            "extensions": extensions.order_by("-decided_on", "stay__client__code"),
            "may_change": in_house and Stay.objects.coordinated_by(request.user).filter(pk=stay.pk).exists(),
        },
    )


def move(request, stay_id):
    return change(request, stay_id, MoveForm, "shelters/stay_move.html", _("Moved."))


def extend(request, stay_id):
    return change(request, stay_id, ExtensionForm, "shelters/stay_extend.html", _("Extended."))


def discharge(request, stay_id):
    return change(request, stay_id, DischargeForm, "shelters/stay_discharge.html", _("Discharged."))


def change(request, stay_id, form_class, template, done):
    """One change of those of a household who are still in the house."""
    stay = get_object_or_404(Stay.objects.coordinated_by(request.user).select_related("programme"), pk=stay_id)
    household = Household.objects.select_related("programme").get(pk=stay.household_id)
    stays = [member for member in members_of(household) if member.left_at is None]
    if not stays:
        return redirect("shelters:stay", stay.pk)
    form = form_class(request.POST or None, instance=household, stays=stays, user=request.user)
    if form.is_valid() and form.save_or_explain():
        for changed in stays:
            trail.record(request, Act.CHANGED, changed)
        warnings = list(form.warnings())
        for warning in warnings:
            messages.warning(request, warning)
        if not warnings:
            messages.success(request, done)
        return redirect("shelters:stay", stay.pk)
    return render(request, template, {"form": form, "stay": stay, "stays": stays, "first": stays[0]})


def members_of(household):
    """Women first, each with all her beds in order, and those she is in now."""
    current = Prefetch("placements", Placement.objects.open().select_related("bed__room__house"), "open_placements")
    every = Prefetch("placements", Placement.objects.select_related("bed__room__house").order_by("from_at"), "beds")
    members = household.stays.select_related("client", "vault", "referrer", "reason", "destination")
    return list(members.prefetch_related(current, every).order_by("-resident", "arrived_at", "client__code"))

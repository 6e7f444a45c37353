"""What comes again every week: opening hours and week patterns of a programme."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.forms.duty import HoursForm, PatternForm
from programmes.models import OpeningHours, Programme, WeekPattern
from programmes.views.duty import coordinates, find_coordinated


def weeks(request, programme_id):
    programme = get_object_or_404(
        Programme.objects.visible_to(request.user, Role.COUNSELLOR, Role.COORDINATOR), pk=programme_id
    )
    patterns = WeekPattern.objects.of(programme).select_related("unit", "worker__user", "worker__vault")
    return render(
        request,
        "programmes/weeks.html",
        {
            "programme": programme,
            "patterns": patterns,
            "hours": OpeningHours.objects.of(programme).select_related("unit"),
            "may_change": coordinates(request.user, programme),
        },
    )


def pattern_new(request, programme_id):
    return new(request, programme_id, PatternForm, _("A new shift of the week pattern"))


def pattern_edit(request, pattern_id):
    pattern = get_object_or_404(WeekPattern.objects.coordinated_by(request.user), pk=pattern_id)
    return edit(request, pattern, PatternForm, _("A shift of the week pattern"), "programmes:pattern_remove")


def pattern_remove(request, pattern_id):
    pattern = get_object_or_404(WeekPattern.objects.coordinated_by(request.user), pk=pattern_id)
    return remove(
        request,
        pattern,
        _("Remove this shift from the week pattern?"),
        _("Months that were filled from it stay as they are."),
    )


def hours_new(request, programme_id):
    return new(request, programme_id, HoursForm, _("New opening hours"))


def hours_edit(request, hours_id):
    hours = get_object_or_404(OpeningHours.objects.coordinated_by(request.user), pk=hours_id)
    return edit(request, hours, HoursForm, _("Opening hours"), "programmes:hours_remove")


def hours_remove(request, hours_id):
    hours = get_object_or_404(OpeningHours.objects.coordinated_by(request.user), pk=hours_id)
    return remove(
        request,
        hours,
        _("Remove these opening hours?"),
        _(
            "Hours to cover are then counted without them, also for the past. To change them from a day on, add new ones."
        ),
    )


def new(request, programme_id, form_class, title):
    programme = find_coordinated(request, programme_id)
    form = form_class(request.POST or None, programme=programme, initial={"valid_from": timezone.localdate()})
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "programmes/week_form.html", {"form": form, "programme": programme, "title": title})


def edit(request, record, form_class, title, removing):
    form = form_class(request.POST or None, instance=record, programme=record.programme)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CHANGED)
    context = {
        "form": form,
        "programme": record.programme,
        "title": title,
        "remove": reverse(removing, args=[record.pk]),
    }
    return render(request, "programmes/week_form.html", context)


def saved(request, record, act):
    trail.record(request, act, record)
    messages.success(request, _("Saved."))
    return redirect("programmes:weeks", record.programme_id)


def remove(request, record, question, consequence):
    back = reverse("programmes:weeks", args=[record.programme_id])
    if request.method == "POST":
        trail.record(request, Act.ERASED, record)
        record.delete()
        messages.success(request, _("Removed."))
        return redirect(back)
    context = {"question": question, "consequence": consequence, "action": _("Remove"), "back": back}
    return render(request, "confirm.html", context)

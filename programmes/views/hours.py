from django.contrib import messages
from django.db import transaction
from django.db.models import F, Q, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.forms.hours import ChosenHoursForm, ConfirmedHoursForm, OwnHoursForm
from programmes.models import Programme, VolunteerWork, Worker, WorkState
from programmes.records import Period
from programmes.views.volunteers import find_volunteer, led_programmes

SHOWN = 60


def my_hours(request):
    """A volunteer writes down what she gave, and sees what became of it."""
    worker = her_worker(request)
    form = OwnHoursForm(
        request.POST or None, instance=VolunteerWork(), programmes=her_programmes(request), worker=worker
    )
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Written down. The coordinator will confirm it."))
        return redirect("programmes:my_hours")
    hers = VolunteerWork.objects.of_user(request.user)
    this_year = hers.in_period(Period.year(timezone.localdate().year))
    context = {
        "form": form,
        "confirmed": this_year.confirmed().aggregate(hours=Sum("hours"))["hours"] or 0,
        "waiting": hers.waiting().aggregate(hours=Sum("hours"))["hours"] or 0,
        "work": hers.select_related("programme", "unit").order_by("-on", "-pk")[:SHOWN],
    }
    return render(request, "programmes/my_hours.html", context)


def my_work(request, work_id):
    """What waits or came back can be corrected by who wrote it; what is confirmed is the coordinator's."""
    work = find_in_her_programmes(request, work_id)
    if work.worker.user_id != request.user.pk or work.state == WorkState.CONFIRMED:
        return redirect("programmes:my_hours")
    form = OwnHoursForm(request.POST or None, instance=work, programmes=her_programmes(request), worker=work.worker)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, work)
        messages.success(request, _("Saved."))
        return redirect("programmes:my_hours")
    return render(request, "programmes/work_form.html", {"form": form, "title": _("My hours"), "mine": work})


@require_POST
def my_work_remove(request, work_id):
    work = find_in_her_programmes(request, work_id)
    if work.worker.user_id == request.user.pk and work.state != WorkState.CONFIRMED:
        trail.record(request, Act.ERASED, work)
        work.delete()
        messages.success(request, _("Removed."))
    return redirect("programmes:my_hours")


def hours_waiting(request):
    """What volunteers wrote themselves, to be confirmed or returned."""
    waiting = list(waiting_for(request).select_related("worker__user", "worker__vault", "programme", "unit"))
    waiting.sort(key=lambda work: (work.worker.called, work.on))
    context = {
        "waiting": waiting,
        "people": len({work.worker_id for work in waiting}),
        "hours": sum(work.hours for work in waiting),
    }
    return render(request, "programmes/hours_waiting.html", context)


@require_POST
def hours_confirm(request):
    worker, today = getattr(request.user, "worker", None), timezone.localdate()
    number = settle(request, state=WorkState.CONFIRMED, confirmed_by=worker, confirmed_on=today)
    messages.success(request, ngettext("%(n)s entry confirmed.", "%(n)s entries confirmed.", number) % {"n": number})
    return redirect("programmes:hours_waiting")


@require_POST
def hours_return(request):
    number = settle(request, state=WorkState.RETURNED)
    messages.success(request, ngettext("%(n)s entry returned.", "%(n)s entries returned.", number) % {"n": number})
    return redirect("programmes:hours_waiting")


@transaction.atomic
def settle(request, **answer):
    """The chosen ones that still wait get their answer; gives their number."""
    form = ChosenHoursForm(request.POST, waiting=waiting_for(request).select_for_update())
    if not form.is_valid():
        return 0
    chosen = list(form.cleaned_data["chosen"])
    VolunteerWork.objects.filter(pk__in=[work.pk for work in chosen]).update(version=F("version") + 1, **answer)
    for work in chosen:
        trail.record(request, Act.CHANGED, work)
    return len(chosen)


def volunteer_hours(request, worker_id):
    worker = find_volunteer(request, worker_id)
    form = ConfirmedHoursForm(
        request.POST or None,
        instance=VolunteerWork(),
        programmes=led_programmes(request),
        worker=worker,
        confirmed_by=getattr(request.user, "worker", None),
    )
    return saved(request, form, Act.CREATED, title=_("New hours"), worker=worker)


def work_edit(request, work_id):
    """Corrected, and confirmed with it."""
    work = get_object_or_404(
        VolunteerWork.objects.visible_to(request.user).select_related(
            "worker__user", "worker__vault", "programme", "unit"
        ),
        pk=work_id,
    )
    form = ConfirmedHoursForm(
        request.POST or None,
        instance=work,
        programmes=led_programmes(request),
        worker=work.worker,
        confirmed_by=getattr(request.user, "worker", None),
    )
    return saved(request, form, Act.CHANGED, title=_("Hours"), worker=work.worker)


def saved(request, form, act, *, title, worker):
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("programmes:volunteer", worker.pk)
    return render(request, "programmes/work_form.html", {"form": form, "title": title, "worker": worker})


def waiting_for(request):
    return VolunteerWork.objects.visible_to(request.user).waiting()


def find_in_her_programmes(request, work_id):
    hers = Q(worker__user=request.user) | Q(programme__in=request.user.programmes_as(*Role))
    return get_object_or_404(
        VolunteerWork.objects.filter(hers).select_related("worker", "programme", "unit"), pk=work_id
    )


def her_programmes(request):
    return list(Programme.objects.visible_to(request.user).prefetch_related("units"))


def her_worker(request):
    """Whoever signs in can give hours: a worker is made for her when there is none yet."""
    organisation = request.organisations[0]
    return Worker.objects.get_or_create(
        user=request.user,
        defaults={"organisation": organisation, "code": f"U-{request.user.pk}", "name": request.user.name},
    )[0]

from django.contrib import messages
from django.db.models import Count, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.sealed_files import Unreadable, download
from programmes.forms.activities import LearntForm, OwnActivityForm, ProofForm, PublicActivityForm, YearForm, form_for
from programmes.models import OF_OUR_OWN, Activity, ActivityKind, ActivityState, Proof, TrainingStandard
from programmes.records import Period
from programmes.views.volunteers import led_programmes

NO_SUPERVISION = {7, 8}  # July and August


def activities(request):
    """What programmes held for people outside, month by month, beside what they had planned."""
    year = YearForm(request.GET).chosen()
    found = Activity.objects.visible_to(request.user).exclude(kind__in=OF_OUR_OWN)
    return listed(request, "programmes/activities.html", found, year)


def trainings(request):
    """What those who work here learnt, and the supervision that kept them well."""
    year = YearForm(request.GET).chosen()
    found = Activity.objects.visible_to(request.user).of_kind(*OF_OUR_OWN)
    return listed(request, "programmes/trainings.html", found, year, missing=months_without_supervision(found, year))


def listed(request, template, found, year, **more):
    found = found.in_period(Period.year(year)).select_related("programme", "unit", "vault")
    rows = list(found.annotate(proofs_count=Count("proofs")).order_by("-on", "-pk"))
    context = {
        "year": year,
        "activities": rows,
        "today": timezone.localdate(),
        "held": sum(row.state == ActivityState.HELD for row in rows),
        "planned": sum(row.state == ActivityState.PLANNED for row in rows),
        "cancelled": sum(row.state == ActivityState.CANCELLED for row in rows),
    }
    return render(request, template, context | more)


def months_without_supervision(found, year):
    """The months begun in which staff had less supervision than the standard asks for, each with its hours."""
    organisations = {programme for programme in found.values_list("programme__organisation", flat=True)}
    today = timezone.localdate()
    standard = TrainingStandard.objects.filter(organisation__in=organisations, valid_from__lte=today).last()
    if standard is None or not standard.supervision_hours:
        return []
    held = found.held().of_kind(ActivityKind.STAFF_SUPERVISION).in_period(Period.year(year))
    hours = dict(held.order_by().values_list("on__month").annotate(all=Sum("hours")))
    last = today.month if year == today.year else 12 if year < today.year else 0
    begun = [month for month in range(1, last + 1) if month not in NO_SUPERVISION]
    return [
        (today.replace(year=year, month=month, day=1), hours.get(month) or 0, standard.supervision_hours)
        for month in begun
        if (hours.get(month) or 0) < standard.supervision_hours
    ]


def activity(request, activity_id):
    activity = find_activity(request, activity_id)
    trail.record(request, Act.OPENED, activity)
    return render(request, "programmes/activity.html", shown(activity))


def shown(activity, **forms):
    attended = activity.attendances.select_related("worker__user", "worker__vault").order_by("worker__code")
    context = {
        "activity": activity,
        "of_our_own": activity.kind in OF_OUR_OWN,
        "audiences": activity.audiences.select_related("group").order_by("group__position"),
        "attended": attended,
        "proofs": activity.proofs.defer("content").select_related("vault"),
        "proof_form": ProofForm(),
    }
    if activity.kind == ActivityKind.BASIC_TRAINING:
        context["learnt_form"] = LearntForm(attendances=list(attended))
    return context | forms


def activity_new(request):
    return new(request, PublicActivityForm, _("A new activity"), "programmes:activities")


def training_new(request):
    return new(request, OwnActivityForm, _("A new training or supervision"), "programmes:trainings")


def new(request, form_class, title, back):
    form = form_class(request.POST or None, instance=Activity(), programmes=led_programmes(request))
    return saved(request, form, Act.CREATED, title=title, back=back)


def activity_edit(request, activity_id):
    activity = find_activity(request, activity_id)
    form = form_for(activity.kind)(request.POST or None, instance=activity, programmes=led_programmes(request))
    back = "programmes:trainings" if activity.kind in OF_OUR_OWN else "programmes:activities"
    return saved(request, form, Act.CHANGED, title=activity.title or activity.get_kind_display(), back=back)


def saved(request, form, act, *, title, back):
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("programmes:activity", form.instance.pk)
    return render(request, "programmes/activity_form.html", {"form": form, "title": title, "back": back})


@require_POST
def learnt(request, activity_id):
    """What each one of a basic training heard and practised."""
    activity = find_activity(request, activity_id)
    attended = activity.attendances.select_related("worker__user", "worker__vault").order_by("worker__code")
    form = LearntForm(request.POST, attendances=list(attended))
    if form.is_valid():
        form.save()
        trail.record(request, Act.CHANGED, activity)
        messages.success(request, _("Saved."))
        return redirect("programmes:activity", activity.pk)
    return render(request, "programmes/activity.html", shown(activity, learnt_form=form))


@require_POST
def proof_new(request, activity_id):
    activity = find_activity(request, activity_id)
    form = ProofForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        proof = Proof(activity=activity, kind=file.kind, size=len(file.content))
        proof.ensure_vault()
        proof.name, proof.content = file.name, file.content
        proof.save()
        trail.record(request, Act.CREATED, proof)
        messages.success(request, _("Saved."))
        return redirect("programmes:activity", activity.pk)
    return render(request, "programmes/activity.html", shown(activity, proof_form=form))


def proof(request, proof_id):
    """A download under a neutral name; never a page."""
    proof = find_proof(request, proof_id)
    trail.record(request, Act.EXPORTED, proof)
    try:
        return download(proof.content, f"dokazilo-{proof.activity.on:%Y-%m-%d}.{proof.kind}")
    except Unreadable:
        messages.error(request, _("The key of this file was destroyed: it can't be read any more."))
        return redirect("programmes:activity", proof.activity_id)


@require_POST
def proof_remove(request, proof_id):
    proof = find_proof(request, proof_id)
    trail.record(request, Act.ERASED, proof)
    proof.delete()
    messages.success(request, _("Removed."))
    return redirect("programmes:activity", proof.activity_id)


def find_activity(request, activity_id):
    found = Activity.objects.visible_to(request.user).select_related("programme", "unit", "vault")
    return get_object_or_404(found, pk=activity_id)


def find_proof(request, proof_id):
    return get_object_or_404(Proof.objects.visible_to(request.user).select_related("activity", "vault"), pk=proof_id)

from decimal import Decimal

from django.contrib import messages
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.alphabet import place
from programmes.forms.volunteers import AgreementForm, DeclarationForm, ShownForm, VolunteerForm
from programmes.models import (
    ActivityKind,
    Agreement,
    Attendance,
    Declaration,
    EngagementKind,
    Programme,
    Readiness,
    Term,
    TrainingStandard,
    Vocabulary,
    VolunteerWork,
    Worker,
    missing_for_duty,
)
from programmes.records import Period

FURTHER = [ActivityKind.ADDITIONAL_TRAINING, ActivityKind.INTERNAL_TRAINING]
TALKS = [ActivityKind.INTERVISION, ActivityKind.SUPERVISION_WORKSHOP]


def volunteers(request):
    """Who helps, and who still lacks what before she may be on duty."""
    form = ShownForm(request.GET)
    everybody = volunteers_led_by(request.user)
    current = [worker for worker in everybody if worker.is_volunteer]
    shown = {
        "current": current,
        "missing": [worker for worker in current if worker.missing],
        "former": [worker for worker in everybody if not worker.is_volunteer],
    }
    context = {
        "show": form.chosen(),
        "shows": [(value, label, len(shown[value])) for value, label in form.fields["show"].choices if value],
        "volunteers": shown[form.chosen()],
        "current": current,
        "without_papers": [worker for worker in current if {"agreement", "declaration"} & set(worker.missing)],
        "waiting": VolunteerWork.objects.visible_to(request.user).waiting().count(),
        "year": timezone.localdate().year,
    }
    return render(request, "programmes/volunteers.html", context)


def volunteers_led_by(user):
    """By name, each with what she lacks today and the hours of this year."""
    today = timezone.localdate()
    of_the_year = VolunteerWork.objects.confirmed().in_period(Period.year(today.year)).filter(worker=OuterRef("pk"))
    hours = of_the_year.order_by().values("worker").annotate(all=Sum("hours")).values("all")
    found = Worker.objects.led_by(user).engaged(EngagementKind.VOLUNTEER).with_volunteer_on(today)
    workers = list(found.annotate(hours=Coalesce(Subquery(hours), Decimal(0))).select_related("user", "vault"))
    readiness = Readiness(workers)
    for worker in workers:
        worker.missing = readiness.missing(worker.pk, today) if worker.is_volunteer else []
    return sorted(workers, key=lambda worker: place(worker.called))


def volunteer(request, worker_id):
    """Her page: her papers, what she has learnt, what she gave."""
    worker = find_volunteer(request, worker_id)
    trail.record(request, Act.OPENED, worker)
    today = timezone.localdate()
    attended = (
        Attendance.objects.filter(worker=worker)
        .select_related("activity__programme", "activity__vault")
        .order_by("-activity__on")
    )
    work = VolunteerWork.objects.filter(worker=worker).select_related("programme", "unit", "confirmed_by__user")
    context = {
        "worker": worker,
        "missing": missing_for_duty(worker, today),
        "engagements": worker.engagements.filter(kind=EngagementKind.VOLUNTEER).order_by("-started_on"),
        "languages": words_of(worker.languages, worker.organisation_id),
        "agreements": worker.agreements.select_related("vault"),
        "declarations": worker.declarations.select_related("vault"),
        "today": today,
        "basic": basic_training(worker, attended.at(ActivityKind.BASIC_TRAINING)),
        "further": attended.at(*FURTHER),
        "talks": attended.at(*TALKS),
        "years": hours_by_year(work.confirmed()),
        "latest": work.order_by("-on", "-pk")[:12],
        "visible_work": set(
            VolunteerWork.objects.visible_to(request.user).filter(worker=worker).values_list("pk", flat=True)
        ),
    }
    return render(request, "programmes/volunteer.html", context)


def basic_training(worker, attended):
    """Hours of theory and of practice that she has, beside those that the standard asks for."""
    attended = list(attended)
    standard = TrainingStandard.on(worker.organisation_id, timezone.localdate())
    return {
        "attended": attended,
        "theory": sum(one.theory_hours or 0 for one in attended),
        "practice": sum(one.practice_hours or 0 for one in attended),
        "standard": standard,
        "completed": next((one for one in attended if one.completed), None),
    }


def hours_by_year(work):
    """The newest year first, each with its programmes and kinds of work."""
    rows = (
        work.order_by("-on__year", "programme__position", "unit__position", "kind")
        .values("on__year", "programme__name", "unit__name", "kind")
        .annotate(hours=Sum("hours"))
    )
    years = {}
    kinds = dict(VolunteerWork._meta.get_field("kind").choices)
    for row in rows:
        row["kind"] = kinds[row["kind"]]
        years.setdefault(row["on__year"], []).append(row)
    return [(year, found, sum(row["hours"] for row in found)) for year, found in years.items()]


def words_of(keys, organisation_id):
    words = Term.objects.filter(organisation=organisation_id, vocabulary=Vocabulary.LANGUAGE, key__in=keys)
    return list(dict.fromkeys(word.label for word in words))


def volunteer_new(request):
    form = VolunteerForm(request.POST or None, instance=Worker(), programmes=led_programmes(request))
    return saved(request, form, Act.CREATED, title=_("A new volunteer"))


def volunteer_edit(request, worker_id):
    worker = find_volunteer(request, worker_id)
    form = VolunteerForm(request.POST or None, instance=worker, programmes=led_programmes(request))
    return saved(request, form, Act.CHANGED, title=worker.called, worker=worker)


def agreement_new(request, worker_id):
    worker = find_volunteer(request, worker_id)
    initial = {"valid_from": timezone.localdate()}
    form = AgreementForm(request.POST or None, instance=Agreement(), worker=worker, initial=initial)
    return saved(request, form, Act.CREATED, title=_("A new agreement"), worker=worker)


def agreement_edit(request, agreement_id):
    agreement = find_paper(request, Agreement, agreement_id)
    form = AgreementForm(request.POST or None, instance=agreement, worker=agreement.worker)
    return saved(request, form, Act.CHANGED, title=_("The agreement"), worker=agreement.worker)


def declaration_new(request, worker_id):
    worker = find_volunteer(request, worker_id)
    initial = {"given_on": timezone.localdate()}
    form = DeclarationForm(request.POST or None, instance=Declaration(), worker=worker, initial=initial)
    return saved(request, form, Act.CREATED, title=_("A new declaration"), worker=worker)


def declaration_edit(request, declaration_id):
    declaration = find_paper(request, Declaration, declaration_id)
    form = DeclarationForm(request.POST or None, instance=declaration, worker=declaration.worker)
    return saved(request, form, Act.CHANGED, title=_("The declaration"), worker=declaration.worker)


def saved(request, form, act, *, title, worker=None):
    """A paper of hers or she herself: the form, or, once it is saved, her page."""
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("programmes:volunteer", (worker or form.instance).pk)
    return render(request, "programmes/volunteer_form.html", {"form": form, "title": title, "worker": worker})


def find_volunteer(request, worker_id):
    workers = Worker.objects.led_by(request.user).with_volunteer_on(timezone.localdate())
    return get_object_or_404(workers.select_related("user", "vault", "organisation"), pk=worker_id)


def find_paper(request, model, pk):
    papers = model.objects.led_by(request.user).select_related("vault", "worker__user", "worker__vault")
    return get_object_or_404(papers, pk=pk)


def led_programmes(request):
    return list(Programme.objects.visible_to(request.user, Role.COORDINATOR, Role.MANAGER).prefetch_related("units"))

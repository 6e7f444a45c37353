from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.risk import RiskAssessmentForm, StandDownForm
from cases.models import Instrument, RiskAssessment
from cases.risk import changes_of, course, with_changes
from cases.views.cases import find_case
from cases.vocabulary import Answer


def find_assessment(request, assessment_id, records=RiskAssessment.objects):
    found = (
        records.visible_to(request.user)
        .for_list()
        .select_related("vault", "case__client__vault", "case__programme__organisation")
    )
    found = found.select_related("stood_down_by__user", "stood_down_by__vault")
    return get_object_or_404(found.prefetch_related("instrument__items", "instrument__bands"), pk=assessment_id)


def assessments_of(case):
    return list(
        RiskAssessment.objects.filter(case=case)
        .for_list()
        .select_related("vault")
        .prefetch_related("instrument__items", "instrument__bands")
    )


def risk(request, case_id):
    """How risk went in this case: a picture that is a table too, and what changed each time."""
    case = find_case(request, case_id)
    assessments = assessments_of(case)
    trail.record(request, Act.OPENED, case, purpose=_("risk"))
    return render(
        request,
        "cases/risk.html",
        {
            "case": case,
            "newest": assessments[0] if assessments else None,
            "told": with_changes(assessments),
            "dots": course(assessments),
            "is_flagged": RiskAssessment.objects.filter(case=case).flagged().exists(),
            "instruments": Instrument.objects.filter(organisation=case.programme.organisation_id).current().exists(),
        },
    )


def risk_new(request, case_id):
    case = find_case(request, case_id)
    instruments = instruments_for(case)
    before = next(iter(assessments_of(case)), None)
    instrument = chosen(request.GET.get("with") or request.POST.get("with"), instruments, before)
    if instrument is None:
        return redirect("cases:risk", case.pk)
    form = RiskAssessmentForm(
        request.POST or None,
        case=case,
        instrument=instrument,
        user=request.user,
        before=before,
        instance=RiskAssessment(),
    )
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, Act.CREATED)
    return render(
        request,
        "cases/risk_form.html",
        {"form": form, "case": case, "instrument": instrument, "instruments": instruments, "before": before},
    )


def instruments_for(case):
    found = Instrument.objects.filter(organisation=case.programme.organisation_id).current()
    return list(found.prefetch_related("items", "bands"))


def chosen(wanted, instruments, before):
    """The one she asks for, else the one that was used last in this case, else the first."""
    by_id = {str(one.pk): one for one in instruments}
    if wanted and wanted in by_id:
        return by_id[str(UUID(wanted))]
    same = [one for one in instruments if before and one.key == before.instrument.key]
    return next(iter([*same, *instruments]), None)


def assessment(request, assessment_id):
    assessment = find_assessment(request, assessment_id)
    trail.record(request, Act.OPENED, assessment)
    items = [(item, assessment.answer_to(item.key)) for item in assessment.instrument.items.all()]
    return render(
        request,
        "cases/risk_assessment.html",
        {
            "assessment": assessment,
            "case": assessment.case,
            "changes": changes_of(assessment, assessment.before),
            "answers": [(answer, [item for item, given in items if given == answer]) for answer in Answer],
            "is_flagged": RiskAssessment.objects.filter(pk=assessment.pk).flagged().exists(),
            "coordinates": RiskAssessment.objects.coordinated_by(request.user).filter(pk=assessment.pk).exists(),
        },
    )


def assessment_edit(request, assessment_id):
    assessment = find_assessment(request, assessment_id)
    form = RiskAssessmentForm(
        request.POST or None,
        instance=assessment,
        case=assessment.case,
        instrument=assessment.instrument,
        user=request.user,
        before=assessment.before,
    )
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, Act.CHANGED)
    context = {"form": form, "case": assessment.case, "instrument": assessment.instrument, "before": assessment.before}
    return render(request, "cases/risk_form.html", context)


def saved(request, form, act):
    if not getattr(form, "is_repeated", False):
        trail.record(request, act, form.instance)
    messages.success(request, _("Saved."))
    return redirect("cases:assessment", form.instance.pk)


def stand_down(request, assessment_id):
    """The coordinator answers for taking a flag down without a new assessment."""
    assessment = find_assessment(request, assessment_id, RiskAssessment.objects.coordinated_by(request.user).flagged())
    form = StandDownForm(request.POST or None)
    if form.is_valid():
        assessment.stand_down(getattr(request.user, "worker", None), form.cleaned_data["because"])
        trail.record(request, Act.CHANGED, assessment, purpose=_("flag taken down"))
        messages.success(request, _("The flag is down; your reason stands with the assessment."))
        return redirect("cases:assessment", assessment.pk)
    return render(request, "cases/risk_stand_down.html", {"form": form, "assessment": assessment})

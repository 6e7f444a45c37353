from django.shortcuts import get_object_or_404, render

from accounts import trail
from accounts.models import Act
from cases import places
from cases.models import Case
from cases.timeline import Whose, time_line


def case(request, case_id):
    """One piece of work with her: who she is, what comes next, and all that happened while it ran."""
    case = find_case(request, case_id)
    trail.record(request, Act.OPENED, case)
    parts = {
        name: getattr(places, name).fill([case], request.user)
        for name in ["flags", "actions", "facts", "steps", "beside", "below"]
    }
    line = time_line(Whose(case.client, request.user, case), request.GET.get("show", ""))
    return render(request, "cases/case.html", {"case": case, "client": case.client, "line": line, **parts})


def find_case(request, case_id):
    cases = Case.objects.visible_to(request.user).select_related("programme", "client__vault", "client__municipality")
    return get_object_or_404(cases, pk=case_id)

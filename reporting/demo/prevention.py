"""What the invented programme of prevention plans from today on, and what it had to cancel."""

from datetime import timedelta

from django.utils import timezone

from programmes.models import Activity, ActivityKind, ActivityState, Proof

AHEAD = [
    # days from today, kind, title, state, reason
    (
        -6,
        ActivityKind.PUBLIC_EVENT,
        "Okrogla miza",
        ActivityState.CANCELLED,
        "Izmišljen zapis: predavateljica je zbolela.",
    ),
    (4, ActivityKind.VULNERABLE_GROUP_WORKSHOP, "Delavnica o mejah", ActivityState.PLANNED, ""),
    (11, ActivityKind.CAMPAIGN, "Zimska kampanja", ActivityState.PLANNED, ""),
    (18, ActivityKind.PROFESSIONAL_EVENT, "Posvet", ActivityState.PLANNED, ""),
]
LEAFLETS = 500


def plan_prevention(programme):
    """Once; whoever tries the demo decides what becomes of it."""
    if Activity.objects.of(programme).that_were_planned().exists():
        return
    today = timezone.localdate()
    for days, kind, title, state, reason in AHEAD:
        day = today + timedelta(days)
        Activity.objects.create(
            programme=programme, kind=kind, on=day, planned_on=day, title=title, state=state, reason=reason
        )
    sent = Activity.objects.create(
        programme=programme, kind=ActivityKind.MATERIALS, on=today - timedelta(3), title="Zloženke", copies=LEAFLETS
    )
    proof = Proof(activity=sent, kind="pdf", size=len(b"%PDF-1.7"))
    proof.ensure_vault()
    proof.name, proof.content = "dobavnica.pdf", b"%PDF-1.7"
    proof.save()

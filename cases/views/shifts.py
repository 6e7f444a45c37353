from django.db.models import Sum
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts import trail
from accounts.models import Act
from cases.models import Contact
from programmes.models import DutyShift
from programmes.roster import Month, Roster


def shift(request, shift_id):
    """One shift of the roster: who has it, what should be looked at, and the contacts that came in it."""
    shift = get_object_or_404(DutyShift.objects.visible_to(request.user).for_list(), pk=shift_id)
    trail.record(request, Act.OPENED, shift)
    contacts = Contact.objects.visible_to(request.user).in_shift(shift)
    roster = Roster(shift.programme, Month.of(timezone.localdate(shift.starts_at)))
    return render(
        request,
        "cases/shift.html",
        {
            "shift": shift,
            "contacts": contacts.for_list().order_by("started_at"),
            "minutes": contacts.talks().aggregate(total=Sum("minutes"))["total"] or 0,
            "warnings": roster.by_shift.get(shift.pk, []) if shift.is_to_come else [],
            "may_change": DutyShift.objects.coordinated_by(request.user).filter(pk=shift.pk).exists(),
            "month": roster.month,
        },
    )

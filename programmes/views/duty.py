"""The roster of a month, its shifts, and filling it from the week patterns."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.account import Account
from programmes.forms.duty import BegunForm, RosterForm, ShiftForm
from programmes.models import DutyShift, Programme, WeekPattern
from programmes.roster import Month, Roster, fill


def roster(request):
    """Who has duty this month, and what should be looked at before it happens."""
    asked = RosterForm(request.GET, user=request.user)
    programme = asked.chosen()
    month = asked.shown_month
    return render(
        request,
        "programmes/roster.html",
        {
            "roster": Roster(programme, month),
            "programme": programme,
            "programmes": asked.programmes,
            "month": month,
            "mine": getattr(request.user, "worker", None),
            "may_change": coordinates(request.user, programme),
            "has_patterns": WeekPattern.objects.of(programme).in_period(month).exists(),
        },
    )


def duty_year(request, programme_id):
    """What became of a year's hours, by month and by whom."""
    asked = RosterForm(request.GET, user=request.user)
    programme = get_object_or_404(asked.programmes, pk=programme_id)
    year = asked.shown_year
    context = {"programme": programme, "account": Account(programme, year), "earlier": year - 1, "later": year + 1}
    return render(request, "programmes/duty_year.html", context)


def coordinates(user, programme):
    return Programme.objects.visible_to(user, Role.COORDINATOR).filter(pk=programme.pk).exists()


def find_coordinated(request, programme_id):
    return get_object_or_404(Programme.objects.visible_to(request.user, Role.COORDINATOR), pk=programme_id)


def find_shift(request, shift_id):
    shifts = DutyShift.objects.coordinated_by(request.user).for_list()
    return get_object_or_404(shifts, pk=shift_id)


def fill_month(request, programme_id):
    """Asks first: how many shifts would come is said only afterwards, and each can be changed then."""
    programme = find_coordinated(request, programme_id)
    asked = RosterForm(request.GET or request.POST, user=request.user)
    month = asked.shown_month
    if request.method == "POST":
        made = fill(programme, month)
        for shift in made[:1]:
            trail.record(request, Act.CREATED, shift, purpose=str(len(made)))
        messages.success(request, filled(len(made)))
        return redirect(address_of(programme, month))
    return render(
        request,
        "confirm.html",
        {
            "question": _("Fill the month from the week pattern?"),
            "consequence": _(
                "Shifts from today on that the pattern gives and that are not there yet are added. "
                "What stands on the roster already stays as it is."
            ),
            "action": _("Fill the month"),
            "back": address_of(programme, month),
        },
    )


def filled(number):
    if not number:
        return _("Nothing was added: the month has all that the pattern gives.")
    return ngettext("%(n)s shift was added.", "%(n)s shifts were added.", number) % {"n": number}


def address_of(programme, month):
    return f"{reverse('programmes:roster')}?programme={programme.pk}&month={month.first:%Y-%m}"


def shift_new(request, programme_id):
    programme = find_coordinated(request, programme_id)
    form = ShiftForm(request.POST or None, programme=programme, initial=BegunForm(request.GET).initial_answers())
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "programmes/shift_form.html", {"form": form, "programme": programme})


def shift_edit(request, shift_id):
    shift = find_shift(request, shift_id)
    form = ShiftForm(request.POST or None, instance=shift, programme=shift.programme)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CHANGED)
    return render(request, "programmes/shift_form.html", {"form": form, "programme": shift.programme})


def saved(request, shift, act):
    trail.record(request, act, shift)
    messages.success(request, _("Saved."))
    return redirect(address_of(shift.programme, month_of(shift)))


def month_of(shift):
    return Month.of(timezone.localdate(shift.starts_at))


def shift_remove(request, shift_id):
    """Takes a shift off the roster, as long as it is to come."""
    shift = find_shift(request, shift_id)
    if not shift.is_to_come:
        raise Http404
    month = month_of(shift)
    if request.method == "POST":
        trail.record(request, Act.ERASED, shift)
        shift.delete()
        messages.success(request, _("The shift is off the roster."))
        return redirect(address_of(shift.programme, month))
    return render(
        request,
        "confirm.html",
        {
            "question": _("Take this shift off the roster?"),
            "consequence": _("The hours stay uncovered unless somebody else has them."),
            "action": _("Take off"),
            "back": reverse("cases:shift", args=[shift.pk]),
        },
    )

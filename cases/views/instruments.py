from itertools import groupby

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from cases import risk_factors
from cases.forms.instruments import InstrumentForm, rows_of
from cases.models import Instrument, RiskBand, RiskItem
from programmes.models import Organisation


def instruments(request):
    """The instruments of her organisations: the edition in use first, the older ones behind it."""
    visible = Instrument.objects.visible_to(request.user).order_by("key", "-edition")
    families = [list(editions) for _key, editions in groupby(visible, key=lambda one: (one.organisation_id, one.key))]
    return render(
        request,
        "cases/instruments.html",
        {
            "families": families,
            "in_use": sum(1 for editions in families if editions[0].retired_on is None),
            "may_edit": edits_for(request) is not None,
        },
    )


def edits_for(request):
    """The organisation whose instruments she edits, or None."""
    return Organisation.objects.filter(programmes__in=request.user.programmes_as(Role.COORDINATOR)).first()


def instrument(request, instrument_id):
    instrument = get_object_or_404(
        Instrument.objects.visible_to(request.user).prefetch_related("items", "bands"), pk=instrument_id
    )
    editions = Instrument.objects.filter(organisation=instrument.organisation_id, key=instrument.key)
    return render(
        request,
        "cases/instrument.html",
        {
            "instrument": instrument,
            "editions": editions.order_by("-edition"),
            "used": instrument.assessments.visible_to(request.user).count(),
            "may_edit": Instrument.objects.edited_by(request.user).filter(pk=instrument.pk).exists(),
        },
    )


def instrument_new(request):
    return edition_page(request, edits_for(request), None)


def instrument_next(request, instrument_id):
    """A change makes the next edition."""
    base = get_object_or_404(Instrument.objects.edited_by(request.user), pk=instrument_id)
    return edition_page(request, base.organisation, base)


def edition_page(request, organisation, base):
    initial = {name: getattr(base, name) for name in InstrumentForm.Meta.fields} if base else {}
    form = InstrumentForm(
        request.POST or None, organisation=organisation, base=base, initial=initial, instance=Instrument()
    )
    form.items, form.bands = rows_of(base, request.POST or None)
    are_valid = [part.is_valid() for part in (form, form.items, form.bands)] if request.method == "POST" else [False]
    if all(are_valid) and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:instrument", form.instance.pk)
    return render(request, "cases/instrument_form.html", {"form": form, "base": base})


@require_POST
def instrument_begin(request):
    """The list of known risk factors that comes with the house."""
    organisation = edits_for(request)
    found = Instrument.objects.filter(organisation=organisation, key=risk_factors.KEY).first()
    if found is None:
        with transaction.atomic():
            found = write_known_factors(organisation)
            trail.record(request, Act.CREATED, found)
        messages.success(request, _("Saved."))
    return redirect("cases:instrument", found.pk)


def write_known_factors(organisation):
    known = risk_factors
    instrument = Instrument.objects.create(
        organisation=organisation,
        key=known.KEY,
        edition=known.EDITION,
        name=known.NAME,
        licence=known.LICENCE,
        review_days=known.REVIEW_DAYS,
    )
    for position, (key, weight, sl, en) in enumerate(known.FACTORS, 1):
        RiskItem.objects.create(
            instrument=instrument, key=key, weight=weight, label_sl=sl, label_en=en, position=position
        )
    for from_score, level, sl, en in known.BANDS:
        RiskBand.objects.create(instrument=instrument, from_score=from_score, level=level, label_sl=sl, label_en=en)
    return instrument


@require_POST
def instrument_retire(request, instrument_id):
    instrument = get_object_or_404(Instrument.objects.edited_by(request.user), pk=instrument_id)
    instrument.retire()
    trail.record(request, Act.CHANGED, instrument)
    messages.success(request, _("Retired: it is no longer offered; what was asked with it stays."))
    return redirect("cases:instruments")

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.models import Kind, Programme
from shelters.forms.board import DayForm
from shelters.forms.houses import BedForm, ClosureForm, HouseForm, NewBedForm, NewRoomForm, RoomClosureForm, RoomForm
from shelters.models import Bed, Closure, House, Room

WITH_BEDS = [Kind.SHELTER, Kind.CRISIS_CENTRE, Kind.OTHER]


def houses(request):
    """The houses, and how many beds they have on a day: past, today or to come."""
    form = DayForm(request.GET or None, initial={"on": timezone.localdate()})
    day = form.cleaned_data["on"] if form.is_valid() else timezone.localdate()
    houses = House.objects.visible_to(request.user).select_related("programme").defer("address").with_beds_on(day)
    context = {
        "form": form,
        "day": day,
        "houses": houses.order_by("programme__position", "position", "name"),
        "capacity": sum(house.capacity for house in houses),
        "free": sum(house.free for house in houses),
        "programmes": Programme.objects.visible_to(request.user, Role.COORDINATOR).of_kind(*WITH_BEDS),
    }
    return render(request, "shelters/house_list.html", context)


def house(request, house_id):
    house = get_object_or_404(House.objects.visible_to(request.user).select_related("programme", "unit"), pk=house_id)
    trail.record(request, Act.OPENED, house)
    closures = Prefetch("closures", Closure.objects.select_related("vault"))
    beds = Prefetch("beds", Bed.objects.prefetch_related(closures))
    context = {
        "house": house,
        "rooms": house.rooms.prefetch_related(beds),
        "may_change": House.objects.coordinated_by(request.user).filter(pk=house.pk).exists(),
    }
    return render(request, "shelters/house.html", context)


def new_house(request, programme_id):
    programme = get_object_or_404(Programme.objects.visible_to(request.user, Role.COORDINATOR), pk=programme_id)
    form = HouseForm(request.POST or None, instance=House(), programme=programme)
    return saved(request, form, Act.CREATED, title=_("A new house"), back=None)


def edit_house(request, house_id):
    house = get_object_or_404(House.objects.coordinated_by(request.user).select_related("programme"), pk=house_id)
    form = HouseForm(request.POST or None, instance=house, programme=house.programme)
    return saved(request, form, Act.CHANGED, title=house.name, back=house)


def new_room(request, house_id):
    house = get_object_or_404(House.objects.coordinated_by(request.user), pk=house_id)
    form = NewRoomForm(request.POST or None, instance=Room(), house=house)
    return saved(request, form, Act.CREATED, title=_("A new room"), back=house)


def edit_room(request, room_id):
    room = get_object_or_404(Room.objects.coordinated_by(request.user).select_related("house"), pk=room_id)
    form = RoomForm(request.POST or None, instance=room)
    return saved(request, form, Act.CHANGED, title=room.called, back=room.house)


def new_bed(request, room_id):
    room = get_object_or_404(Room.objects.coordinated_by(request.user).select_related("house"), pk=room_id)
    form = NewBedForm(request.POST or None, instance=Bed(), room=room)
    return saved(request, form, Act.CREATED, title=_("A new bed in %(room)s") % {"room": room.called}, back=room.house)


def edit_bed(request, bed_id):
    bed = get_object_or_404(Bed.objects.coordinated_by(request.user).select_related("room__house"), pk=bed_id)
    form = BedForm(request.POST or None, instance=bed)
    return saved(request, form, Act.CHANGED, title=f"{bed.room.called}, {bed.called}", back=bed.room.house)


def close_room(request, room_id):
    room = get_object_or_404(Room.objects.coordinated_by(request.user).select_related("house"), pk=room_id)
    form = RoomClosureForm(request.POST or None, instance=Closure(), room=room)
    return saved(request, form, Act.CREATED, title=_("Close %(room)s") % {"room": room.called}, back=room.house)


def edit_closure(request, closure_id):
    closures = Closure.objects.coordinated_by(request.user).select_related("bed__room__house", "vault")
    closure = get_object_or_404(closures, pk=closure_id)
    form = ClosureForm(request.POST or None, instance=closure)
    bed = closure.bed
    return saved(request, form, Act.CHANGED, title=f"{bed.room.called}, {bed.called}", back=bed.room.house)


def saved(request, form, act, *, title, back):
    """A record of a house: its form, or, once it is saved, the house it belongs to."""
    if form.is_valid() and form.save_or_explain():
        for subject in getattr(form, "closures", [form.instance]):
            trail.record(request, act, subject)
        warnings = form.warnings() if hasattr(form, "warnings") else []
        for warning in warnings:
            messages.warning(request, warning)
        if not warnings:
            messages.success(request, _("Saved."))
        return redirect("shelters:house", (back or form.instance).pk)
    return render(request, "shelters/house_form.html", {"form": form, "title": title, "house": back})

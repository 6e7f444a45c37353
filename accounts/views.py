from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from accounts.access import HOMES
from accounts.forms import TrailFilter
from accounts.models import TrailEntry


def home(request):
    return redirect(
        next((page for role, page in HOMES.items() if role in request.user.roles), "account_change_password")
    )


def trail(request):
    """The processing log: who opened, changed, exported, printed or searched for what."""
    filter_form = TrailFilter(request.GET, administrator=request.user)
    entries = filter_form.narrow(TrailEntry.objects.visible_to(request.user))
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    return render(request, "accounts/trail.html", {"form": filter_form, "page": page})

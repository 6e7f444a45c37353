from django.shortcuts import render

from cases.demand import Demand
from cases.forms.demand import DemandForm


def demand(request):
    """When calls come, how many of them this roster answers at once, and what its gaps cost."""
    form = DemandForm(request.GET, user=request.user)
    programme = form.chosen()
    context = {"form": form, "programme": programme, "demand": Demand(programme, *form.asked)}
    return render(request, "cases/demand.html", context)

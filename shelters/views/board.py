from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from accounts.models import Act
from accounts.trail import record
from shelters.board import Board, Wall
from shelters.forms.board import BoardForm
from shelters.models import House
from shelters.words import family_words

WEEK = timedelta(days=7)


def board(request):
    record(request, Act.OPENED)
    return render(request, "shelters/board.html", shown(request, Board))


def wall(request):
    """For the wall of the house: who is where stays unsaid."""
    record(request, Act.PRINTED)
    return render(request, "shelters/wall.html", shown(request, Wall))


def shown(request, kind):
    form = BoardForm(request.GET, user=request.user)
    window, family = form.window(), form.family()
    return {
        "board": kind(request.user, window, form.asked("house"), family),
        "family": family_words(family),
        "first": form.asked("first"),
        "earlier": window.first - WEEK,
        "later": window.first + WEEK,
    }


def free_tonight(request):
    """One number per house that she may see, for the counsellors' desk."""
    houses = House.objects.visible_to(request.user).on(timezone.localdate()).with_beds_on(timezone.localdate())
    return render(request, "shelters/free_tonight.html", {"houses": houses})

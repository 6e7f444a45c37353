"""Callers whom the invented helpline knows: talks linked to their codes, words they let us keep, two codes of one person."""

from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.models import User
from cases import merging
from cases.models import Case, Client, Clue, ClueKind, Contact, Merge
from cases.vocabulary import FollowUp
from programmes.models import Kind, Programme
from reporting.demo.society import KEY

TALKS_EACH = 2
COORDINATOR = "koordinatorka@primer.example"
CLUES = [
    (ClueKind.NICKNAME, "Pravljica iz sosednje ulice"),
    (ClueKind.NICKNAME, "Mojca z dvema psoma"),
    (ClueKind.DETAIL, "rdeče kolo"),
    (ClueKind.PHONE, "041 000 111"),
    (ClueKind.PHONE, "+386 31 000 222"),
    (ClueKind.NICKNAME, "Zvezdana"),
    (ClueKind.NICKNAME, "Zvezdana"),  # another one who calls herself so
    (ClueKind.DETAIL, "beseda knjižnica"),
]
CALL_BACK = "+386 31 000 222"  # the one number that may be shown


@scopes_disabled()
def know_callers():
    """Once for each talk and each clue: what somebody has linked meanwhile stays."""
    for programme in Programme.objects.filter(organisation__key=KEY, kind=Kind.HELPLINE):
        know_those_of(programme)


def know_those_of(programme):
    link_talks(programme)
    if not Clue.objects.filter(client__cases__programme=programme).exists():
        leave_clues(programme)
    if not Merge.objects.filter(kept__cases__programme=programme).exists():
        merge_two(programme)


def link_talks(programme):
    """A talk after which a case was opened is hers whose case was opened next."""
    talks = Contact.objects.of(programme).talks().filter(client=None, follow_up=FollowUp.OPEN_CASE)
    waiting = iter(talks.order_by("started_at", "pk").values_list("pk", "started_on"))
    known = Case.objects.of(programme).filter(contacts=None).order_by("opened_on", "pk")
    talk = next(waiting, None)
    for case in known.only("pk", "client_id", "opened_on"):
        for _number in range(TALKS_EACH):
            if talk is None or talk[1] > case.opened_on:
                break
            Contact.objects.filter(pk=talk[0]).update(client=case.client_id, case=case)
            talk = next(waiting, None)


def leave_clues(programme):
    callers = Client.objects.filter(cases__programme=programme).exclude(contacts=None).distinct()
    callers = callers.select_related("organisation", "vault").order_by("-code")
    for client, (kind, words) in zip(callers, CLUES, strict=False):
        clue = Clue(client=client, kind=kind, consented_on=timezone.localdate())
        clue.remember(words)
        clue.text = "" if kind == ClueKind.PHONE and words != CALL_BACK else words
        clue.save()


def merge_two(programme):
    """The newest two whose codes turned out to be one person's."""
    pair = Client.objects.filter(cases__programme=programme, cases__closed_on=None, stays=None, merged_into=None)
    pair = list(pair.exclude(contacts=None).distinct().order_by("-code")[len(CLUES) : len(CLUES) + 2])
    coordinator = User.objects.filter(email=COORDINATOR).first()
    if len(pair) == 2 and coordinator:
        merging.merge(*pair, coordinator)

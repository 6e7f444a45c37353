"""Chats and e-mails of the invented helpline, as they were written to and fro."""

from datetime import timedelta

from django.utils import timezone
from django_scopes import scopes_disabled

from cases.models import Contact, Message
from cases.vocabulary import IN_WRITING, Channel, Direction
from programmes.models import Kind, Programme
from reporting.demo.chance import chance
from reporting.demo.society import KEY

OF_EACH_YEAR = 30  # the newest ones; all of them would be tens of thousands of messages
HERS = (
    "Izmišljeno sporočilo: ali lahko pišem, ker ne morem govoriti?",
    "Izmišljeno sporočilo: hvala. Ne vem, kje naj začnem.",
    "Izmišljeno sporočilo: zanima me, kaj mi pripada.",
    "Izmišljeno sporočilo: danes je mirno, pišem spet jutri.",
)
OURS = (
    "Izmišljen odgovor: seveda, tu smo. Ste zdaj na varnem?",
    "Izmišljen odgovor: vzemite si čas, skupaj pogledava možnosti.",
    "Izmišljen odgovor: pravna pomoč je brezplačna, pošljem vam, kje in kdaj.",
    "Izmišljen odgovor: pišite, kadar želite; beremo vsak dan.",
)
PAUSES = {Channel.CHAT: (1, 2, 3, 5, 8), Channel.EMAIL: (45, 180, 600, 1200, 2600)}  # minutes


@scopes_disabled()
def write_conversations():
    """Once for each contact; what somebody has added meanwhile stays."""
    for programme in Programme.objects.filter(organisation__key=KEY, kind=Kind.HELPLINE):
        write_of(programme)


def write_of(programme):
    written = Contact.objects.of(programme).filter(channel__in=IN_WRITING, messages=None).select_related("vault")
    for year in Contact.objects.of(programme).dates("started_on", "year"):
        newest = written.filter(started_on__year=year.year).order_by("-started_at", "pk")
        have = Message.objects.of(programme).filter(contact__started_on__year=year.year)
        missing = OF_EACH_YEAR - have.values("contact").distinct().count()
        for contact in newest[: max(0, missing)]:
            write(contact)


def write(contact):
    luck = chance("messages", str(contact.pk))
    at, now = contact.started_at, timezone.now()
    for place in range(luck.randint(2, 6)):
        if at > now:
            return
        ours = place % 2 == 1
        Message.objects.create(
            contact=contact,
            direction=Direction.OUT if ours else Direction.IN,
            written_at=at,
            position=place,
            worker_id=contact.worker_id if ours else None,
            text=luck.choice(OURS if ours else HERS),
        )
        at += timedelta(minutes=luck.choice(PAUSES[contact.channel]))

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import blind
from accounts.sealing import SealedTextField
from cases import spelling
from cases.models.clients import Client
from programmes.records import SealedRecord, sane, scoped

SHORTEST = 2  # letters: one alone would find half of the house


class ClueKind(models.TextChoices):
    """By what she lets us find her again."""

    NICKNAME = "nickname", _("nickname")
    DETAIL = "detail", _("detail")
    PHONE = "phone", _("phone number")


def spelt(kind, words):
    """As words of a kind are compared; empty where they say too little to find anybody by."""
    if kind == ClueKind.PHONE:
        return spelling.national(words)
    plain = spelling.plain(words)
    return plain if len(plain) >= SHORTEST else ""


def marks_of(organisation, words):
    """Every mark that these words may have left, whatever kind of clue they are."""
    for kind in ClueKind:
        if value := spelt(kind, words):
            yield from blind.marks(organisation.key, f"clue:{kind}", value)


class MarkField(models.BinaryField):
    """Follows from the text while there is one; afterwards only it remains."""

    def pre_save(self, instance, add):
        if not instance.mark and instance.text:
            instance.remember(instance.text)
        return super().pre_save(instance, add)


class ClueQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(client__in=Client.objects.visible_to(user))

    def fitting(self, words, organisations):
        """Left by these words, however they are spelt, in one of the organisations."""
        wanted = Q(pk=None)
        for organisation in organisations:
            wanted |= Q(client__organisation=organisation, mark__in=list(marks_of(organisation, words)))
        return self.filter(wanted)

    def marked_by_older_keys(self):
        return self.exclude(marked_with=blind.current_key())


class Clue(SealedRecord):
    """A word by which she lets us find her when she calls again: kept as a keyed hash, and only since she agreed.

    Withdrawn, the row is gone and nothing remains of it: that is why it has no history; the trail says who did it.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="clues")
    kind = models.CharField(_("kind"), max_length=12, choices=ClueKind, default=ClueKind.NICKNAME)
    text = SealedTextField(_("words"))  # of a phone number only where she wants to be called back
    mark = MarkField(editable=False)
    marked_with = models.CharField(max_length=16, editable=False)
    consented_on = models.DateField(_("she agreed on"), default=timezone.localdate)

    objects = scoped(ClueQuerySet, organisation="client__organisation")

    class Meta:
        verbose_name = _("clue")
        verbose_name_plural = _("clues")
        ordering = ["kind", "consented_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "mark"],
                name="clue_once",
                violation_error_message=_("This is kept already."),
            ),
            sane("clue", "consented_on"),
        ]
        indexes = [models.Index(fields=["mark"], name="clue_by_mark")]

    def owner_vault(self):
        return self.client.vault

    def remember(self, words):
        """Marks her by these words; whether the words themselves are kept says `text`."""
        value = spelt(self.kind, words)
        self.mark = blind.mark(self.client.organisation.key, f"clue:{self.kind}", value)
        self.marked_with = blind.current_key()

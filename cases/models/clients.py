import secrets

from django.apps import apps
from django.db import models, transaction
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.models import Vault
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.safe_contacts import HOURS_OF_SAFE_CONTACT, SafeContact
from cases.vocabulary import Sex
from programmes.models import Organisation, Term
from programmes.records import SealedRecord, sane, scoped

CODE_LETTERS = "ABCDEFGHJKLMNPRSTVZ"


class FullYears(Func):
    """From a later day back to an earlier one."""

    template = "(extract(year from age(%(expressions)s::timestamp))::integer)"
    arg_joiner = "::timestamp, "
    output_field = models.IntegerField()


class YearOf(Func):
    template = "(extract(year from %(expressions)s)::integer)"
    output_field = models.IntegerField()


def age_on(day, client="client"):
    """The age of a record's client on a day, as `Client.age_on` gives it; NULL when neither date nor year is known."""
    return Coalesce(FullYears(day, f"{client}__born_on"), YearOf(day) - F(f"{client}__born_in"))


PLAIN_CODE = Upper(Func(F("code"), Value("[^[:alnum:]]"), Value(""), Value("g"), function="regexp_replace"))


class ClientQuerySet(models.QuerySet):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def visible_to(self, user):
        """Who has a case in one of the user's programmes, open or closed."""
        hers = self.model.objects.filter(cases__programme__in=user.programmes_as(*self.seen_by))
        return self.filter(pk__in=hers.values("pk"))

    def coordinated_by(self, user):
        """Who has a case in a programme that the user coordinates."""
        hers = self.model.objects.filter(cases__programme__in=user.programmes_as(Role.COORDINATOR))
        return self.filter(pk__in=hers.values("pk"))

    def with_code(self, code):
        """However she says it: "m 4158" finds M-4158; a code that was merged into another one finds that one."""
        wanted = "".join(letter for letter in code if letter.isalnum()).upper()
        aliases = Client._base_manager.alias(plain_code=PLAIN_CODE).filter(plain_code=wanted)
        spelt = self.alias(plain_code=PLAIN_CODE)
        return spelt.filter(Q(plain_code=wanted) | Q(pk__in=aliases.exclude(merged_into=None).values("merged_into")))

    def known_by(self, words, organisations):
        """With this code, or one who lets us find her by these words; the clues hang on her."""
        clues = apps.get_model("cases.Clue").objects.fitting(words, organisations)
        return self.filter(Q(pk__in=self.with_code(words).values("pk")) | Q(pk__in=clues.values("client")))

    def with_last_talk(self, user):
        """When she last talked with us, and since when her open case is open, as far as the user may see."""
        of_her = {"client": models.OuterRef("pk")}
        talks = apps.get_model("cases.Contact").objects.visible_to(user).filter(**of_her)
        cases = apps.get_model("cases.Case").objects.visible_to(user).open().filter(**of_her)
        return self.annotate(
            last_at=models.Subquery(talks.order_by("-started_at").values("started_at")[:1]),
            open_since=models.Subquery(cases.order_by("opened_on").values("opened_on")[:1]),
        )

    def new_code(self, organisation):
        """A pseudonym that nobody of the organisation has, such as M-4172. It says nothing about her."""
        while True:
            code = f"{secrets.choice(CODE_LETTERS)}-{secrets.randbelow(9000) + 1000}"
            if not self.filter(organisation=organisation, code=code).exists():
                return code


@tracked
class Client(SafeContact, SealedRecord):
    """A person we help, known by a code; her name and how to reach her are sealed under her own key."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="clients")
    code = models.CharField(_("code"), max_length=20)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.NOT_KNOWN)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    born_in = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    municipality = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("municipality or region"),
    )
    name = SealedTextField(_("name"))
    note = SealedTextField(_("note"))
    # Two codes turned out to be one person: the row of the other keeps its code and its texts, all else has moved.
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="other_codes",
        verbose_name=_("merged into"),
    )

    objects = scoped(ClientQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="client_code_once"),
            sane("client", "born_on", "confirmed_on"),
            HOURS_OF_SAFE_CONTACT,
            models.CheckConstraint(
                name="client_merged_into_another",
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                violation_error_message=_("These are two codes of one person already."),
            ),
            models.CheckConstraint(
                name="client_born_in_our_time", condition=Q(born_in=None) | Q(born_in__range=(1900, 2200))
            ),
        ]

    def __str__(self):
        return self.code

    def open_case_in(self, programme):
        """Her open case there, opened today if there is none."""
        case, _opened = self.cases.get_or_create(
            programme=programme, closed_on=None, defaults={"opened_on": timezone.localdate()}
        )
        return case

    @property
    def age(self):
        return self.age_on(timezone.localdate())

    def age_on(self, day):
        """In full years; None when neither date nor year of birth is known."""
        if self.born_on:
            return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))
        return day.year - self.born_in if self.born_in else None

    @transaction.atomic
    def destroy_texts(self):
        """Makes every text about her unreadable, in rows, history and backups; all counts stay.

        The texts of the codes that were merged into hers too; and nothing is left by which she is found again.
        """
        hers = [self, *Client._base_manager.filter(merged_into=self)]
        hers_alone = self.services.annotate(receivers_count=models.Count("receivers")).filter(receivers_count=1)
        others = Client._base_manager.exclude(pk__in=[client.pk for client in hers])
        vaults = (
            Q(pk__in=[client.vault_id for client in hers])
            | Q(pk__in=self.contacts.values("vault"))
            | Q(pk__in=hers_alone.values("vault"))
        )
        for vault in Vault.objects.filter(vaults, destroyed_at=None).exclude(pk__in=others.values("vault")):
            vault.destroy()
        apps.get_model("cases.Clue").objects.filter(client__in=hers).delete()

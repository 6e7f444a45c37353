import secrets

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


class ClientQuerySet(models.QuerySet):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def visible_to(self, user):
        """Who has a case in one of the user's programmes, open or closed."""
        hers = self.model.objects.filter(cases__programme__in=user.programmes_as(*self.seen_by))
        return self.filter(pk__in=hers.values("pk"))

    def with_code(self, code):
        """However she says it: "m 4158" finds M-4158."""
        plain = Func(F("code"), Value("[^[:alnum:]]"), Value(""), Value("g"), function="regexp_replace")
        wanted = "".join(letter for letter in code if letter.isalnum())
        return self.alias(plain_code=Upper(plain)).filter(plain_code=wanted.upper())

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
        """Makes every text about her unreadable, in rows, history and backups; all counts stay."""
        hers_alone = self.services.annotate(receivers_count=models.Count("receivers")).filter(receivers_count=1)
        vaults = Q(pk=self.vault_id) | Q(pk__in=self.contacts.values("vault")) | Q(pk__in=hers_alone.values("vault"))
        for vault in Vault.objects.filter(vaults, destroyed_at=None):
            vault.destroy()

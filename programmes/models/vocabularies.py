from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models.organisations import Organisation, Programme
from programmes.records import scoped


class Vocabulary(models.TextChoices):
    """The lists that an organisation words for itself."""

    AGE_BAND = "age_band", _("age bands, in years")
    LENGTH_BAND = "length_band", _("bands of length of stay, in days")
    MUNICIPALITY = "municipality", _("municipalities and regions")
    LANGUAGE = "language", _("languages")
    TARGET_GROUP = "target_group", _("target groups of prevention")
    RELATION = "relation", _("relation to the perpetrator")
    HEARD_FROM = "heard_from", _("how she heard of us")
    HELP_GIVEN = "help_given", _("what was given")
    REFERRED_TO = "referred_to", _("where she was referred")
    REFERRER = "referrer", _("who referred her to us")
    REASON = "reason", _("reasons for a stay")
    REFUSAL = "refusal", _("reasons for a refusal")
    DESTINATION = "destination", _("where she went")
    SERVICE_KIND = "service_kind", _("kinds of service")
    CASE_OUTCOME = "case_outcome", _("how a case ended")
    OUTCOME = "outcome", _("what was reached")
    NEED = "need", _("needs and circumstances")
    STANDBY_TASK = "standby_task", _("tasks of interventions")
    STANDBY_OUTCOME = "standby_outcome", _("outcomes of interventions")


def keys_of(verbose_name):
    """Keys of an organisation's own vocabulary, several at once."""
    return ArrayField(models.SlugField(), verbose_name=verbose_name, default=list, blank=True)


class TermQuerySet(models.QuerySet):
    def current(self):
        return self.filter(retired_on=None)

    def administered_by(self, user):
        """The terms of her programmes, and those that her whole organisation shares."""
        hers = Programme.objects.visible_to(user, Role.ADMINISTRATOR)
        return self.filter(Q(programme__in=hers) | Q(programme=None, organisation__in=hers.values("organisation")))

    def offered_in(self, programme, vocabulary):
        """The programme's own list if it has one, else the organisation's."""
        terms = self.filter(organisation=programme.organisation_id, vocabulary=vocabulary)
        own = terms.filter(programme=programme)
        return own if own.exists() else terms.filter(programme=None)

    def beside(self, term):
        """The list that a word stands in, in its order."""
        return self.filter(organisation=term.organisation_id, programme=term.programme_id, vocabulary=term.vocabulary)

    def copy_for(self, programme, vocabulary):
        """A list of the programme's own, begun with the organisation's words: their keys stay, so figures go on."""
        shared = list(self.filter(organisation=programme.organisation_id, programme=None, vocabulary=vocabulary))
        if self.filter(programme=programme, vocabulary=vocabulary).exists():
            return
        parents = {term.pk: term.parent_id for term in shared}
        copies = {}
        for term in shared:
            copies[term.pk], term.pk = term, None
            term.programme, term.parent, term._state.adding = programme, None, True
            term.save()
        for pk, term in copies.items():
            if parents[pk]:
                term.parent = copies[parents[pk]]
                term.save()

    def move_up(self, term):
        """Before the one that stands before it; all get a place of their own."""
        words = list(self.beside(term))
        at = words.index(term)
        if at:
            words[at - 1], words[at] = words[at], words[at - 1]
        for position, word in enumerate(words, 1):
            if word.position != position:
                word.position = position
                word.save(update_fields=["position"])

    def offered_lists(self, programme, *vocabularies, keeping=((), ())):
        """Several lists at once, in one query; words that are retired or of another list only where a record has them,
        by `(ids, keys)`.
        """
        ids, keys = keeping
        terms = self.filter(organisation=programme.organisation_id, vocabulary__in=vocabularies)
        shared_or_own = terms.filter(Q(programme=None) | Q(programme=programme))
        own = {term.vocabulary for term in shared_or_own if term.programme_id}
        lists = {vocabulary: [] for vocabulary in vocabularies}
        for term in shared_or_own:
            is_of_its_list = (term.programme_id is not None) == (term.vocabulary in own)
            is_offered = is_of_its_list and (term.retired_on is None or term.key in keys)
            if is_offered or term.pk in ids:
                lists[term.vocabulary].append(term)
        return lists


class Term(models.Model):
    """One word of a vocabulary. It can be retired, never deleted: old records keep it.

    `lower` and `upper` (included, in years or days) make it a band; `counts_as` ties it to a kind that figures know;
    `parent` makes it a part of another one ("of which").
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="terms")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="terms")
    vocabulary = models.CharField(_("vocabulary"), max_length=16, choices=Vocabulary)
    key = models.SlugField(_("key"))
    label_sl = models.CharField(_("in Slovenian"), max_length=120)
    label_en = models.CharField(_("in English"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    counts_as = models.CharField(_("counts as"), max_length=40, blank=True)
    lower = models.PositiveSmallIntegerField(_("from"), null=True, blank=True)
    upper = models.PositiveSmallIntegerField(_("to"), null=True, blank=True)
    retired_on = models.DateField(_("retired"), null=True, blank=True)

    objects = scoped(TermQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "position", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "programme", "vocabulary", "key"],
                name="term_key_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="term_band_runs_upward", condition=Q(upper=None) | Q(lower=None) | Q(upper__gte=models.F("lower"))
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self):
        return self.label_en if get_language() == "en" and self.label_en else self.label_sl

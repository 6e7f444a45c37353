from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.vocabulary import Asked, Question
from programmes.models import Programme
from programmes.records import Record, scoped


class FieldRuleQuerySet(models.QuerySet):
    def of(self, programme):
        return self.filter(programme=programme)


class FieldRule(Record):
    """How a programme asks a question of the contact's form: not at all, openly or always, and in which words.

    A question without a rule may be answered or not, in the words of the house.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="field_rules")
    question = models.CharField(_("question"), max_length=32, choices=Question)
    asked = models.CharField(_("asked"), max_length=12, choices=Asked, default=Asked.OPTIONAL)
    label_sl = models.CharField(_("in Slovenian"), max_length=60, blank=True)
    label_en = models.CharField(_("in English"), max_length=60, blank=True)

    objects = scoped(FieldRuleQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("rule of a question")
        verbose_name_plural = _("rules of questions")
        ordering = ["programme", "question"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "question"], name="field_rule_once"),
            models.CheckConstraint(
                name="field_rule_of_a_tick",
                condition=~Q(question=Question.INTERPRETER) | ~Q(asked=Asked.REQUIRED),
                violation_error_message=_("A single tick cannot be required: without it the answer is no."),
            ),
        ]

    @property
    def label(self):
        return self.label_en if get_language() == "en" and self.label_en else self.label_sl

    @property
    def says_something(self):
        return self.asked != Asked.OPTIONAL or bool(self.label_sl or self.label_en)

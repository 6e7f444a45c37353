"""Conversations in writing: how many messages, and how long somebody waits for our answer."""

from django.utils.translation import gettext_lazy as _

from cases.models import Message, Wait
from reporting.figures.measures import count, mean, share
from reporting.figures.sets import Figure, FigureSet
from reporting.printing import ANSWERS, MESSAGES, MINUTES, ONE_DECIMAL, PERCENT


class ConversationFigures(FigureSet):
    answers_awaited = Figure(
        _("Answers in writing that were awaited"),
        count(Wait.objects.all()),
        unit=ANSWERS,
        definition=_(
            "How often somebody wrote and had no answer yet: her messages up to our next one are one time. "
            "It belongs to the day of the first of them."
        ),
    )
    answers_within_a_day = Figure(
        _("Answers within 24 hours"),
        count(Wait.objects.within_a_day()),
        unit=ANSWERS,
        definition=_("Of the answers that were awaited, those that we wrote at most 24 hours after her first message."),
    )
    answers_within_a_day_share = Figure(
        _("Share of answers within 24 hours"),
        share(answers_within_a_day, answers_awaited),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_(
            "Answers within 24 hours in per cent of all that were awaited; nights, weekends and holidays count, "
            "and what has no answer yet counts as late."
        ),
    )
    answer_average_minutes = Figure(
        _("Average time to an answer"),
        mean(Wait.objects.answered(), "minutes"),
        unit=MINUTES,
        definition=_("Minutes from the first of her messages to our answer, divided by the number of answers."),
    )
    messages_written = Figure(
        _("Messages in writing"),
        count(Message.objects.all()),
        unit=MESSAGES,
        definition=_("Single messages of chats and e-mails, hers and ours; many of them are one contact."),
    )

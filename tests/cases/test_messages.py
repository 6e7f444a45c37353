"""Chats and e-mails: many messages, one contact, and how long she waited for our answer."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Contact, Message, Wait
from cases.vocabulary import Channel, Direction
from programmes.records import Period
from reporting.figures.computing import compute
from reporting.figures.helpline import Helpline
from reporting.figures.scope import Scope
from tests import factories

SECRET = "Piše mi ponoči, ko spi."
HERE = ZoneInfo("Europe/Ljubljana")


@pytest.fixture
def chat(helpline, nina):
    return factories.ContactFactory(programme=helpline, channel=Channel.CHAT, worker=nina.worker)


@pytest.fixture
def finish(counsellor, helpline, nina):
    def finish(channel="email", **answers):
        pk = uuid4()
        filled_in = {"id": pk, "programme": helpline.pk, "worker": nina.worker.pk, "channel": channel}
        page = counsellor.post("/calls/new/", {**filled_in, **answers})
        return Contact.objects.filter(pk=pk).first() or page

    return finish


def at(day, hour, minute=0):
    return datetime(2021, 5, day, hour, minute, tzinfo=HERE)


def say(contact, *messages):
    """Direction and moment of each."""
    for place, (direction, moment) in enumerate(messages):
        factories.MessageFactory(contact=contact, direction=direction, written_at=moment, position=place)


def test_several_pasted_messages_are_one_contact(finish, nina):
    contact = finish(
        started_at_0="3. 5. 2021 9:00",
        minutes=20,
        message_0_direction="in",
        message_0_text=SECRET,
        message_1_direction="out",
        message_1_written_at_0="3. 5. 2021 11:30",
        message_1_text="Dobro, da pišete.",
        message_3_direction="in",
        message_3_written_at_0="4. 5. 2021 8:00",
        message_3_text="Hvala.",
    )
    assert Contact.objects.count() == 1
    said = [
        (message.direction, timezone.localtime(message.written_at).strftime("%d. %H:%M"), message.text, message.worker)
        for message in contact.messages.select_related("vault", "worker")
    ]
    assert said == [
        ("in", "03. 09:00", SECRET, None),
        ("out", "03. 11:30", "Dobro, da pišete.", nina.worker),
        ("in", "04. 08:00", "Hvala.", None),
    ]


def test_what_was_pasted_is_sealed_and_destroyed_with_her_texts(chat, ana):
    message = factories.MessageFactory(contact=chat, text=SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM cases_message WHERE id = %s", [message.pk])
        assert SECRET.encode() not in bytes(cursor.fetchone()[0])
    chat.link(ana)
    chat.save()
    ana.destroy_texts()
    texts = [Message.objects.select_related("vault").get().text]
    texts += [event.text for event in Message.pgh_event_model.objects.select_related("vault")]
    assert len(texts) == 2 and not [text for text in texts if SECRET in text]


def test_a_later_message_joins_its_conversation_and_the_contact_stays_one(counsellor, chat):
    say(chat, ("in", timezone.now() - timedelta(hours=2)))
    page = counsellor.get(f"/contacts/{chat.pk}/messages/new/")
    assert page.context["form"].initial["direction"] == Direction.OUT  # she waits for an answer
    answer = {"id": uuid4(), "direction": "out", "written_at_0": "3. 5. 2021 9:00", "text": "Odgovor", "worker": ""}
    for _again in range(2):
        assertRedirects(counsellor.post(f"/contacts/{chat.pk}/messages/new/", answer), f"/contacts/{chat.pk}/")
    assert Contact.objects.count() == 1 and chat.messages.count() == 2
    assert TrailEntry.objects.filter(record_type="cases.message", act=Act.CREATED).count() == 1


def test_a_message_is_corrected_and_its_history_kept(counsellor, chat):
    message = factories.MessageFactory(contact=chat, text="napaka")
    answer = {"direction": "in", "written_at_0": "3. 5. 2021 9:00", "text": "popravek", "version": message.version}
    counsellor.post(f"/messages/{message.pk}/edit/", answer)
    message = Message.objects.select_related("vault").get()
    assert (message.text, message.worker) == ("popravek", None)
    before, *_between, after = message.events.select_related("vault").order_by("pgh_id")
    assert (before.text, after.text) == ("napaka", "popravek")


def test_the_page_shows_the_conversation_and_who_waits(counsellor, chat, helpline):
    factories.MessageFactory(contact=chat, text="prvo", written_at=timezone.now() - timedelta(hours=3))
    page = counsellor.get(f"/contacts/{chat.pk}/")
    assertContains(page, "waits for an answer since")
    factories.MessageFactory(
        contact=chat, text="drugo", direction="out", written_at=timezone.now() - timedelta(hours=1)
    )
    page = counsellor.get(f"/contacts/{chat.pk}/")
    assertNotContains(page, "waits for an answer since")
    assertContains(page, "first answer after 2\u00a0h")
    text = page.content.decode()
    assert text.index("prvo") < text.index("drugo")
    call = factories.ContactFactory(programme=helpline)
    assertNotContains(counsellor.get(f"/contacts/{call.pk}/"), "Add a message")


def test_she_waits_from_her_first_message_to_our_next_one(chat):
    say(
        chat,
        *[("in", at(3, 9)), ("in", at(3, 10)), ("out", at(3, 11, 30)), ("out", at(3, 12))],
        *[("in", at(4, 8)), ("out", at(6, 8))],
        ("in", at(7, 8)),
    )
    waits = [(wait.asked_at, wait.minutes) for wait in Wait.objects.order_by("asked_at")]
    assert waits == [(at(3, 9), 150), (at(4, 8), 48 * 60), (at(7, 8), None)]


def test_messages_of_one_minute_keep_their_order(chat):
    say(chat, ("in", at(3, 9)), ("out", at(3, 9)), ("in", at(3, 9)))
    assert [wait.minutes for wait in Wait.objects.order_by("answered_at")] == [0, None]


def test_the_share_answered_within_a_day_has_its_denominator(chat, helpline):
    say(chat, ("in", at(3, 9)), ("out", at(3, 11)), ("in", at(4, 8)), ("out", at(6, 8)), ("in", at(7, 8)))
    results = compute(Helpline, Scope.programme_in(helpline, Period(date(2021, 1, 1), date(2021, 12, 31))))
    assert results[Helpline.answers_awaited].exact == 3
    assert results[Helpline.answers_within_a_day].exact == 1
    assert round(results[Helpline.answers_within_a_day_share].exact) == 33
    assert results[Helpline.answer_average_minutes].exact == (120 + 48 * 60) / 2
    assert results[Helpline.messages_written].exact == 5


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"message_0_text": "x", "message_0_written_at_0": "1. 1. 2099 9:00"}, "message_0_written_at"),
        ({"message_0_text": "x", "message_0_written_at_0": "1. 1. 1821 9:00"}, "message_0_written_at"),
        ({"message_1_written_at_0": "3. 5. 2021 9:00"}, "message_1_text"),
        ({"message_0_text": "x" * 50_001}, "message_0_text"),
        ({"message_0_text": "x", "channel": "call"}, "message_0_text"),
        ({"message_0_text": "x", "message_0_direction": "sideways"}, "message_0_direction"),
    ],
)
def test_what_is_wrong_with_a_message_is_said_beside_it_and_nothing_is_lost(finish, answers, field):
    page = finish(**{"channel": "email", "note": "dolg zapis", **answers})
    assert field in page.context["form"].errors
    assertContains(page, "dolg zapis")
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [({"written_at_0": "1. 1. 2099 9:00"}, "written_at"), ({"text": " "}, "text"), ({"direction": "x"}, "direction")],
)
def test_a_wrong_later_message_is_told(counsellor, chat, answers, field):
    said = {"direction": "in", "written_at_0": "3. 5. 2021 9:00", "text": "dolgo besedilo", **answers}
    page = counsellor.post(f"/contacts/{chat.pk}/messages/new/", said)
    assert field in page.context["form"].errors
    assert not Message.objects.exists()


def test_a_talk_under_a_persons_key_takes_its_messages_along(helpline, ana):
    talk = factories.ContactFactory(programme=helpline, channel=Channel.CHAT, client=ana, vault=ana.vault)
    factories.MessageFactory(contact=talk, text=SECRET)
    talk.link(None)
    talk.save()
    ana.destroy_texts()
    assert Message.objects.select_related("vault").get().text == SECRET

"""A promise to call back: due in a window, tried, kept or given up."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from cases.models import CallAttempt, Contact
from programmes.records import Period
from reporting.figures import Helpline, Scope, compute
from tests import factories


@pytest.fixture
def promise(helpline):
    """Of an anonymous caller, due a moment ago."""
    return factories.ContactFactory(
        programme=helpline,
        follow_up="we_call",
        follow_up_at=timezone.now() - timedelta(seconds=1),
        safe_ways=["call"],
        safe_note="041 123 456, vpraša za Majo",
    )


@pytest.fixture
def attempt(counsellor, promise):
    def attempt(result):
        return counsellor.post(f"/contacts/{promise.pk}/tried/", {"result": result}, follow=True)

    return attempt


def test_the_desk_shows_the_rule_and_the_number_only_by_a_click(counsellor, promise, nina):
    page = counsellor.get("/desk/")
    assertContains(page, "one call-back")
    assertContains(page, "safe: call")
    assertContains(page, "•••, vpraša za Majo")
    assertNotContains(page, "041 123 456")
    page = counsellor.post(f"/contacts/{promise.pk}/number/")
    assertContains(page, "041 123 456")
    assert TrailEntry.objects.about(promise).filter(act=Act.OPENED, user=nina, purpose="number").exists()
    assertNotContains(counsellor.get(f"/contacts/{promise.pk}/"), "041 123 456")


def test_the_rule_of_the_person_stands_in_the_row_of_her_call_back(counsellor, promise, ana):
    ana.may_phone, ana.may_leave_message, ana.code_word = "no", "no", "jagoda"
    ana.save()
    Contact.objects.filter(pk=promise.pk).update(client=ana)
    page = counsellor.get("/desk/")
    for words in ("Do not call her.", "Leave no message.", "jagoda"):
        assertContains(page, words)


def test_who_was_reached_no_longer_waits(counsellor, promise, attempt, nina):
    attempt("reached")
    kept = CallAttempt.objects.get()
    assert (kept.worker, kept.result) == (nina.worker, "reached")
    assert Contact.objects.get(pk=promise.pk).followed_up_at == kept.tried_at
    assertContains(counsellor.get("/desk/"), "no call-back waits")
    assertContains(counsellor.get(f"/contacts/{promise.pk}/"), "reached")


def test_an_attempt_in_vain_is_counted_and_the_next_one_proposed(counsellor, promise, attempt):
    page = attempt("nobody")
    assertContains(page, "The next try")
    again = Contact.objects.with_attempts().get(pk=promise.pk)
    first = again.tries[0].tried_at
    assert again.next_attempt_at - first == timedelta(hours=1)
    attempt("voicemail")
    again = Contact.objects.with_attempts().get(pk=promise.pk)
    assert again.next_attempt_at - again.tries[1].tried_at == timedelta(hours=3)
    page = counsellor.get("/call-backs/")
    for words in ("nobody", "voicemail", "One call-back"):
        assertContains(page, words)


def test_a_slip_is_taken_back_by_her_who_made_it(counsellor, promise, attempt):
    page = attempt("reached")
    assertContains(page, f"/contacts/{promise.pk}/tried/take-back/")
    counsellor.post(f"/contacts/{promise.pk}/tried/take-back/")
    assert not CallAttempt.objects.exists()
    assert Contact.objects.get(pk=promise.pk).is_to_be_called_back


def test_a_promise_is_given_up_only_with_a_reason(counsellor, promise):
    page = f"/contacts/{promise.pk}/give-up/"
    assert counsellor.post(page, {"reason": " "}).status_code == 200
    assert Contact.objects.get(pk=promise.pk).given_up_at is None
    counsellor.post(page, {"reason": "številka ne obstaja več"})
    given_up = Contact.objects.select_related("vault").get(pk=promise.pk)
    assert given_up.given_up_at and given_up.given_up_because == "številka ne obstaja več"
    assertContains(counsellor.get("/desk/"), "no call-back waits")
    assertContains(counsellor.get(f"/contacts/{promise.pk}/"), "številka ne obstaja več")
    counsellor.post(f"/contacts/{promise.pk}/promise-again/")
    assertContains(counsellor.get("/desk/"), "one call-back")


def test_what_is_closed_is_not_tried_again(promise, attempt):
    attempt("reached")
    attempt("nobody")
    assert CallAttempt.objects.count() == 1


@pytest.mark.parametrize("rubbish", ["", "x", "reached\x00"])
def test_rubbish_is_no_attempt(promise, attempt, rubbish):
    assert attempt(rubbish).status_code == 200
    assert not CallAttempt.objects.exists()


def test_a_window_is_promised_in_the_call(counsellor, helpline):
    said = {"programme": helpline.pk, "channel": "call", "follow_up": "we_call"}
    said |= {"follow_up_at_0": "5. 5. 2099 9:00", "follow_up_ends_at": "11.30"}
    counsellor.post("/calls/new/", said)
    promise = Contact.objects.get()
    assert timezone.localtime(promise.follow_up_ends_at).strftime("%d.%m.%Y %H:%M") == "05.05.2099 11:30"
    form = counsellor.get(f"/contacts/{promise.pk}/edit/").context["form"]
    assert 'value="11:30"' in str(form["follow_up_ends_at"])


@pytest.mark.parametrize(
    ("window", "field"),
    [
        ({"follow_up_at_0": "5. 5. 2099 9:00", "follow_up_ends_at": "8:30"}, "follow_up_ends_at"),
        ({"follow_up_at_0": "5. 5. 2099 9:00", "follow_up_ends_at": "soon"}, "follow_up_ends_at"),
        ({"follow_up_at_0": "", "follow_up_ends_at": "8:30"}, "follow_up_at"),
    ],
)
def test_a_window_that_cannot_be_is_told_beside_the_field(counsellor, helpline, window, field):
    said = {"programme": helpline.pk, "channel": "call", "follow_up": "we_call", "note": "dolg zapis"}
    page = counsellor.post("/calls/new/", said | window)
    assert field in page.context["form"].errors
    assertContains(page, "dolg zapis")


def test_it_is_late_when_its_window_has_passed(helpline):
    now = timezone.now()
    within = factories.ContactFactory.build(
        follow_up_at=now - timedelta(hours=1), follow_up_ends_at=now + timedelta(hours=1)
    )
    over = factories.ContactFactory.build(
        follow_up_at=now - timedelta(hours=2), follow_up_ends_at=now - timedelta(hours=1)
    )
    whenever = factories.ContactFactory.build(follow_up_at=None)
    assert [one.is_late for one in (within, over, whenever)] == [False, True, False]


@pytest.mark.parametrize(
    ("tried", "expected"),
    [
        (datetime(2026, 11, 23, 9, 10), datetime(2026, 11, 23, 10, 10)),
        (datetime(2026, 11, 23, 10, 30), datetime(2026, 11, 24, 9)),  # an hour later the window is over
    ],
)
def test_the_next_try_lies_in_the_hours_of_the_promise(helpline, tried, expected):
    def moment(*when):
        return timezone.make_aware(datetime(*when))

    promise = factories.ContactFactory(
        programme=helpline, follow_up_at=moment(2026, 11, 23, 9), follow_up_ends_at=moment(2026, 11, 23, 11)
    )
    factories.CallAttemptFactory(contact=promise, tried_at=timezone.make_aware(tried), result="nobody")
    again = Contact.objects.with_attempts().get(pk=promise.pk)
    assert timezone.make_naive(again.next_attempt_at) == expected


def test_what_is_to_be_tried_after_her_shift_does_not_wait_in_it(counsellor, helpline, nina, promise):
    factories.DutyShiftFactory(programme=helpline, worker=nina.worker, ends_at=timezone.now() + timedelta(minutes=30))
    factories.CallAttemptFactory(contact=promise, result="nobody")
    assertContains(counsellor.get("/desk/"), "no call-back waits")
    assertContains(counsellor.get("/call-backs/"), "One call-back")


def test_figures_of_a_year_say_what_became_of_its_promises(helpline):
    def promised(**fields):
        started_at = timezone.make_aware(datetime(2021, 5, 3, 9))
        return factories.ContactFactory(programme=helpline, follow_up="we_call", started_at=started_at, **fields)

    done = timezone.make_aware(datetime(2021, 5, 4, 9))
    reached, given_up = promised(followed_up_at=done), promised(given_up_at=done)
    promised(), promised(followed_up_at=done)
    for contact, result in [(reached, "nobody"), (reached, "reached"), (given_up, "voicemail")]:
        factories.CallAttemptFactory(contact=contact, result=result, tried_at=done)
    results = compute(Helpline, Scope.programme_in(helpline, Period.year(2021)))
    keys = ["promised", "made", "given_up", "open", "attempts"]
    assert [results[f"call_backs_{key}"].exact for key in keys] == [4, 2, 1, 1, 3]
    assert results["call_backs_made_share"].exact == 50


def test_a_call_back_of_others_is_not_there(client, promise):
    stranger = factories.counsellor_in(factories.ProgrammeFactory(organisation=promise.programme.organisation))
    client.force_login(stranger)
    for address in ("tried/", "tried/take-back/", "give-up/", "promise-again/", "number/"):
        assert client.post(f"/contacts/{promise.pk}/{address}").status_code == 404
    assertContains(client.get("/call-backs/"), "done")


def test_safe_hours_of_the_person_come_before_those_of_the_promise(helpline, ana):
    ana.safe_from, ana.safe_until = time(18), time(20)
    ana.save()
    tried_at = timezone.make_aware(datetime(2026, 11, 23, 9))
    promise = factories.ContactFactory(programme=helpline, client=ana, follow_up_at=tried_at)
    factories.CallAttemptFactory(contact=promise, tried_at=tried_at, result="nobody")
    again = Contact.objects.with_attempts().get(pk=promise.pk)
    assert timezone.make_naive(again.next_attempt_at) == datetime(2026, 11, 23, 18)

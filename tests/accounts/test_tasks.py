from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.tasks import forget_ended_sessions
from tests.factories import UserFactory


@pytest.mark.django_db
def test_an_ended_session_is_forgotten_with_the_place_it_came_from():
    now = timezone.now()
    for key, ends in {"gone": now - timedelta(minutes=1), "here": now + timedelta(hours=1)}.items():
        Session.objects.create(session_key=key, expire_date=ends)
        UserSession.objects.create(session_key=key, user=UserFactory(), ip="192.0.2.7", user_agent="")
    forget_ended_sessions()
    assert [session.session_key for session in UserSession.objects.all()] == ["here"]

import pytest


def test_whoever_watches_the_service_needs_no_account(client, db):
    assert client.get("/health/").content == b"ok"


@pytest.mark.django_db
def test_pages_carry_the_headers_that_keep_others_out(client):
    page = client.get("/health/")
    assert page["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert page["Referrer-Policy"] == "same-origin"

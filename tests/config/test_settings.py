import pytest


def test_whoever_watches_the_service_needs_no_account(client, db):
    assert client.get("/health/").content == b"ok"


@pytest.mark.django_db
def test_pages_carry_the_headers_that_keep_others_out(client):
    page = client.get("/health/")
    policy = {rule.strip() for rule in page["Content-Security-Policy"].split(";")}
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"} <= policy
    assert page["X-Frame-Options"] == "DENY"
    assert page["Referrer-Policy"] == "same-origin"

"""Blind index: a keyed hash by which a word is found again that stands nowhere in the clear.

A mark is HMAC-SHA256 over the organisation, the purpose and the normalised value: the same number is another mark in
another organisation, and a nickname never meets a detail. `settings.BLIND_INDEX_KEYS` is a ring as that of the master
keys: the first one writes, all of them find.
"""

import base64
import hashlib
import hmac

from django.conf import settings

SEPARATOR = "\x1f"  # stands in no normalised value


def current_key():
    """The name of the key that writes."""
    return next(iter(_ring()))


def mark(organisation, purpose, value):
    """Under the key that writes; `value` is normalised, `organisation` named by its own key."""
    return _marked(next(iter(_ring().values())), organisation, purpose, value)


def marks(organisation, purpose, value):
    """Under every key: what was written before the keys were changed is found as well."""
    return [_marked(key, organisation, purpose, value) for key in _ring().values()]


def _marked(key, *parts):
    return hmac.new(key, SEPARATOR.join(map(str, parts)).encode(), hashlib.sha256).digest()


def _ring():
    keys = [base64.urlsafe_b64decode(key) for key in settings.BLIND_INDEX_KEYS]
    return {hashlib.sha256(b"name of a blind index key:" + key).hexdigest()[:16]: key for key in keys}

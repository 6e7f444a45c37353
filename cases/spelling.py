"""How a word or a number is spelt when it is compared: as one hears it, not as one happens to write it."""

import re
import unicodedata

COUNTRY = "386"
SHORTEST, LONGEST = 6, 15  # digits of a number that somebody can be called at
OF_A_NUMBER = re.compile(r"[\d\s+\-/().]+")
WITHOUT_MARKS = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae"})


def plain(words):
    """Without case, marks, spaces and signs: "Đurđa  Č." and "djurdja c" are the same."""
    letters = unicodedata.normalize("NFKD", words.casefold().translate(WITHOUT_MARKS))
    return "".join(letter for letter in letters if letter.isalnum()).replace("dj", "d")


def national(number):
    """The digits that follow the country's prefix and the 0 before them; of another country, all with a + before.

    Empty where it is no number that anybody could be called at.
    """
    written = unicodedata.normalize("NFKC", number).strip()
    if not OF_A_NUMBER.fullmatch(written):
        return ""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    is_abroad, digits = _prefix(digits)
    if "+" in digits or not SHORTEST <= len(digits) <= LONGEST:
        return ""
    return f"+{digits}" if is_abroad else digits


def _prefix(digits):
    for sign in ("+", "00"):
        if digits.startswith(sign):
            digits = digits.removeprefix(sign)
            if not digits.startswith(COUNTRY):
                return True, digits
            return False, digits.removeprefix(COUNTRY).removeprefix("0")
    if len(digits) == len(COUNTRY) + 8 and digits.startswith(COUNTRY):
        return False, digits.removeprefix(COUNTRY)
    return False, digits.removeprefix("0")

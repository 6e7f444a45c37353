"""How a list is searched while one types: by the beginnings and insides of words, without diacritics and capitals."""

import unicodedata


def fold(text):
    """As somebody in a hurry types it: "Policijska postaja Škofja Loka" becomes "policijska postaja skofja loka"."""
    letters = (letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return "".join(letters).replace("đ", "d")


def fits(text, wanted):
    """Whether every word that is wanted stands somewhere in the text; nothing wanted fits everything."""
    folded = fold(text)
    return all(word in folded for word in fold(wanted).split())

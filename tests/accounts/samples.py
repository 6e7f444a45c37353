"""One record of every kind in a programme: what an address of the project may point at."""

from functools import cached_property

from programmes.models import Vocabulary
from tests import factories


class Place:
    """A programme with a record of each kind, made when first asked for."""

    def __init__(self, programme):
        self.programme = programme

    @cached_property
    def term(self):
        return factories.TermFactory(programme=self.programme)

    @cached_property
    def user(self):
        return factories.counsellor_in(self.programme)


class Nowhere:
    """No record is here: what is asked for has an id that nothing has."""

    def __init__(self, number):
        self.number = number

    def __getattr__(self, name):
        return self

    @property
    def pk(self):
        return self.number


# By the name of the argument in the address.
SAMPLES = {
    "programme_id": lambda place: place.programme.pk,
    "vocabulary": lambda place: Vocabulary.MUNICIPALITY.value,
    "term_id": lambda place: place.term.pk,
    "user_id": lambda place: place.user.pk,
}

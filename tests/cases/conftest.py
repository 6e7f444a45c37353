import pytest
from django.utils import timezone

from programmes.models import Vocabulary
from tests import factories


@pytest.fixture(autouse=True)
def in_english(client, settings):
    """The sentences of these tests are those of the code."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"


@pytest.fixture
def helpline(db):
    """A helpline with words of its own."""
    helpline = factories.ProgrammeFactory(name="SOS telefon")
    words = {
        Vocabulary.AGE_BAND: ["do 17", "18–29", "30–44", "45–64", "65 in več"],
        Vocabulary.MUNICIPALITY: ["savinjska", "podravska", "gorenjska"],
        Vocabulary.LANGUAGE: ["slovenščina", "bosanščina", "ukrajinščina"],
        Vocabulary.RELATION: ["mož", "zunajzakonski partner", "oče"],
        Vocabulary.HEARD_FROM: ["splet", "policija", "prijateljica"],
        Vocabulary.HELP_GIVEN: ["pogovor", "informacije", "varnostni načrt", "napotitev", "zagovorništvo"],
        Vocabulary.REFERRED_TO: ["center za socialno delo", "policija", "zdravstvo"],
        Vocabulary.SERVICE_KIND: ["svetovanje", "spremstvo"],
    }
    for vocabulary, labels in words.items():
        for number, label in enumerate(labels):
            key = f"{vocabulary}-{number}".replace("_", "-")
            factories.TermFactory(
                organisation=helpline.organisation, vocabulary=vocabulary, key=key, label_sl=label, label_en=label
            )
    return helpline


@pytest.fixture
def nina(helpline):
    return factories.counsellor_in(helpline, name="Nina", email="nina@primer.si")


@pytest.fixture
def counsellor(client, nina):
    client.force_login(nina)
    return client


@pytest.fixture
def ana(helpline):
    """A client with an open case."""
    return factories.CaseFactory(
        programme=helpline, client__code="M-4158", client__reached_at="Samo na mobilni, dopoldne."
    ).client


@pytest.fixture
def now():
    return timezone.now()

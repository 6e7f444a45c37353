from config import messages


def test_every_word_on_every_page_is_translated():
    assert not list(messages.untranslated(messages.updated())), "run `make messages` and translate what it names"


def test_the_catalogue_holds_todays_words_and_no_others():
    today = {(message.id, message.context) for message in messages.collect()}
    assert {(message.id, message.context) for message in messages.read()} == today, "run `make messages`"


def test_the_program_reads_what_the_translator_wrote():
    assert messages.MO.read_bytes() == messages.compiled(), "run `make messages`"

"""Files are sealed at rest, checked by what they are, and go out as downloads alone."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from PIL import Image

from accounts import sealed_files
from accounts.sealed_files import SealedUploadField, Unreadable, download
from programmes.models import Proof
from tests.factories import ActivityFactory, ProofFactory

PDF = b"%PDF-1.7 kanarcek"
GPS, ORIENTATION = 0x8825, 0x0112


def cleaned(content, name="priloga.pdf"):
    return SealedUploadField().clean(SimpleUploadedFile(name, content))


def photograph(**exif):
    picture, target = Image.new("RGB", (40, 20), "green"), BytesIO()
    traces = Image.Exif()
    traces[ORIENTATION] = 6  # lying on its side
    traces.get_ifd(GPS).update({1: "N", 2: (46.0, 3.0, 0.0)})
    picture.save(target, "JPEG", exif=traces)
    return target.getvalue()


def archive(part):
    target = BytesIO()
    with ZipFile(target, "w") as opened:
        opened.writestr(part, "x")
    return target.getvalue()


@pytest.mark.django_db
def test_what_lies_in_the_database_is_noise_and_reads_back_as_it_came():
    proof = ProofFactory(content=PDF)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM programmes_proof WHERE id = %s", [proof.pk])
        assert b"kanarcek" not in bytes(cursor.fetchone()[0])
    assert Proof.objects.get(pk=proof.pk).content == PDF


@pytest.mark.django_db
def test_a_file_whose_key_was_destroyed_or_that_was_moved_to_another_row_does_not_open():
    activity = ActivityFactory()
    first, second = ProofFactory(activity=activity, content=PDF), ProofFactory(activity=activity, content=b"%PDF-2")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE programmes_proof SET content = (SELECT content FROM programmes_proof WHERE id = %s) WHERE id = %s",
            [first.pk, second.pk],
        )
    with pytest.raises(Unreadable):
        _content = Proof.objects.get(pk=second.pk).content
    activity.vault.destroy()
    with pytest.raises(Unreadable):
        _content = Proof.objects.get(pk=first.pk).content


@pytest.mark.parametrize(
    "content, kind",
    [
        (PDF, "pdf"),
        (archive("word/document.xml"), "docx"),
        (archive("xl/workbook.xml"), "xlsx"),
        (archive("content.xml"), "odt"),
        (photograph(), "jpg"),
    ],
)
def test_a_file_is_known_by_what_it_is(content, kind):
    assert cleaned(content, "karkoli.html").kind == kind


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>",
        b"MZ\x90\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        archive("evil.exe"),
        b"PK\x03\x04 broken",
        b"\xff\xd8\xff broken picture",
        b"\x89PNG\r\n\x1a\n broken",
        b"x",
    ],
)
def test_anything_else_is_refused_whatever_it_calls_itself(content):
    with pytest.raises(Exception, match="To ni PDF"):
        cleaned(content, "plakat.pdf")


def test_what_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(sealed_files, "MOST", 1024 * 1024)
    with pytest.raises(Exception, match="večja od 1 MB"):
        cleaned(PDF + b"x" * 1024 * 1024)


def test_a_photograph_comes_in_upright_and_without_its_place():
    content = cleaned(photograph(), "slika.jpg").content
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (20, 40)
        assert not picture.getexif().get_ifd(GPS) and not picture.info.get("exif")


def test_a_file_name_is_short_and_no_path():
    assert cleaned(PDF, "../../" + "ž" * 300 + ".pdf").name.startswith("ž")
    assert len(cleaned(PDF, "ž" * 300 + ".pdf").name) <= 120


def test_a_download_is_never_shown_inline():
    answer = download(b"<script>", "priloga.pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="priloga.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"

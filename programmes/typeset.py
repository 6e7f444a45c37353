"""HTML in, tagged PDF out: a process of its own, with no database, no network, a limit of memory and one of time.

    python -m programmes.typeset FOLDER-OF-OUR-ASSETS IDENTIFIER < print.html > pages-and-pdf

It reads files of that folder and pictures that the text carries within itself, and nothing else, whatever is
written into a narrative. The same HTML gives the same bytes (SOURCE_DATE_EPOCH is set by the caller).
"""

import base64
import logging
import mimetypes
import resource
import sys
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

MEMORY = 2_000_000_000  # bytes of address space
SECONDS = 300  # of processor time
ASSETS = "asset:"  # asset:/css/report-print.css is css/report-print.css in the folder
PICTURES = ("data:image/svg+xml;", "data:image/png;", "data:image/jpeg;")


class Refused(ValueError):
    """An address that a print has no business with."""


def asset(folder, url):
    """The file in the folder that an asset's address names."""
    path = (folder / unquote(urlsplit(url).path).lstrip("/")).resolve()
    if folder not in path.parents or not path.is_file():
        raise Refused(url[:80])
    return path


def picture(url):
    """Kind and bytes of a picture carried in its own address."""
    head, _comma, body = url.partition(",")
    kind = head.removeprefix("data:").partition(";")[0]
    return kind, base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)


def fetcher(folder):
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurOwn(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith(PICTURES):
                kind, body = picture(url)
            elif url.startswith(ASSETS):
                path = asset(folder, url)
                kind, body = mimetypes.guess_type(path.name)[0] or "application/octet-stream", path.read_bytes()
            else:
                raise Refused(url[:80])
            return URLFetcherResponse(url, body, {"Content-Type": kind})

    return OnlyOurOwn()


def typeset(html, folder, identifier):
    """The number of pages and the bytes of the PDF."""
    from weasyprint import HTML

    source = HTML(string=html, base_url=f"{ASSETS}/", url_fetcher=fetcher(Path(folder).resolve()))
    printed = source.render(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return len(printed.pages), printed.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)


def main(folder, identifier):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    html = sys.stdin.buffer.read().decode()
    pages, pdf = typeset(html, folder, identifier.encode())
    sys.stdout.buffer.write(b"%d\n" % pages + pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What must not part at the end of a line: one-letter words, numbers and their units, dates, the last short words."""

import re

NB = "\N{NO-BREAK SPACE}"
LETTERS = {"sl": "AIKOSUVZaikosuvzhH", "en": "AIa"}
MONTHS = "januar|februar|marec|marc|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb"
BETWEEN_TAGS = re.compile(r">[^<>]+<")
LAST_WORDS = re.compile(r" ([^ <>\n]{1,6})</p>")
LAST_WORD = re.compile(r" ([^ <>\n]+)</p>")


def glue(html, language):
    """The same HTML with no-break spaces where a typesetter would put them; only words are touched, never tags."""
    letters = LETTERS.get(language, "")

    def words(match):
        text = re.sub(rf"(?<![\w{NB}])([{letters}]) (?=\w)", rf"\1{NB}", match.group(0))
        text = re.sub(r"(?<!\b20\d\d)(?<!\b19\d\d)(?<=[\d%]) (?=[\w%]+)", NB, text)
        text = re.sub(rf"(\d\.) (?=\d|ur[aioe]\b|(?:{MONTHS}))", rf"\1{NB}", text)
        return re.sub(r" (?=– )", NB, text)

    head, body, foot = html.partition("<body>")
    foot = BETWEEN_TAGS.sub(words, foot)
    foot = LAST_WORDS.sub(rf"{NB}\1</p>", foot)
    return head + body + LAST_WORD.sub(r' <span class="nh">\1</span></p>', foot)

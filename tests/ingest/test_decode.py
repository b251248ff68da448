import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import TwosourceError
from twosource.ingest.decode import page_of, text_of

RUSSIAN = "Губернатор сообщил в четверг, что при пожаре на складе в Самаре пострадали двенадцать человек, двое из них тяжело. "
JAPANESE = "チリ北部で木曜日に強い地震が発生し、港の倉庫が倒壊した。当局によると負傷者は十二人で、行方不明者はいない。"
FRENCH = "Le maire de Besançon a déclaré que la grève des éboueurs s'achèverait dès lundi à midi, près de l'hôtel de ville."
POLISH = "Burmistrz Łodzi powiedział w środę, że strajk pracowników zakończy się w piątek, a żądania zostaną spełnione."
CZECH = "Starosta Přerova řekl ve středu, že stávka zaměstnanců skončí v pátek a že žádosti odborů budou splněny ještě dnes."
HUNGARIAN = "A győri polgármester szerdán közölte, hogy a sztrájk pénteken véget ér, hűvös fogadtatással a követelések ellenére."
TURKISH = "Belediye başkanı çarşamba günü işçilerin grevinin cuma günü sona ereceğini ve isteklerin karşılanacağını söyledi."
GREEK = "Ο δήμαρχος είπε την Τετάρτη ότι η απεργία των εργαζομένων θα τελειώσει την Παρασκευή το μεσημέρι."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE * 3, "shift_jis"),
        (JAPANESE * 3, "euc_jp"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        ("Café in Nice", "latin-1"),
        ("“Nothing was taken,” he said — “not one crate.”", "cp1252"),
        ("Grüße aus Köln, sagte Özdemir.", "cp1252"),
        ("“¿Quién pagará?”, preguntó la señora Núñez.", "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
    ],
)
def test_other_encodings_are_told(text: str, codec: str) -> None:
    assert text_of(text.encode(codec), "x") == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark: bytes, codec: str) -> None:
    assert text_of(mark + "Łódź 😀 東京".encode(codec), "x") == "Łódź 😀 東京"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n")))
def test_utf8_text_comes_back_as_it_is(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert text_of(text.encode(), "x") == text


def test_only_carriage_return_line_feed_changes() -> None:
    assert text_of(b" one\r\n\r\ntwo\rthree \t\n", "x") == " one\n\ntwo\rthree \t\n"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"abc\0def", "binary"),
        (b"\x01\x02\x03\x04 abc", "binary"),
        (("Überfüllte Züge in Zürich: " * 4).encode() + b"\xc3", "damaged UTF-8"),
        ("Überfüllte Züge in Zürich".encode("utf-16")[:-1], "damaged UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "damaged UTF-16"),
        ("Привет".encode("cp1251"), "cannot be decoded"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(TwosourceError, match=word):
        text_of(data, "x")


def test_a_page_follows_its_own_charset_then_the_header() -> None:
    body = "<p>Москва</p>"
    assert "Москва" in page_of(b'<meta charset="windows-1251">' + body.encode("cp1251"), "x")
    assert "Москва" in page_of(body.encode("koi8-r"), "x", "koi8-r")
    assert "naïve" in page_of(b"<meta charset=iso-8859-1>na\xefve", "x")


def test_a_declaration_that_bytes_belie_is_not_followed() -> None:
    assert "Besançon" in page_of(b'<meta charset="utf-8">' + FRENCH.encode("cp1252"), "x")
    assert "Łódź" in page_of(b'<meta charset="iso-8859-1">' + "Łódź".encode(), "x")
    assert "ж" in page_of(b'<meta charset="no-such-charset">' + RUSSIAN.encode("cp1251"), "x")


def test_a_damaged_byte_of_a_page_is_shown_as_such() -> None:
    assert "\ufffd" in page_of(("<p>" + RUSSIAN).encode() + b"\xd0</p>", "x")

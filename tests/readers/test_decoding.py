from __future__ import annotations

import codecs

import pytest

from jiedu.errors import EncodingError, NoTextError
from jiedu.readers import decode

PLAIN = "上半年，规模以上工业增加值同比增长3.8%，电信业务收入增长6.2%。"
TRADITIONAL = "上半年，規模以上工業增加值同比增長3.8%，電信業務收入增長6.2%。"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PLAIN.encode(), PLAIN),
        (codecs.BOM_UTF8 + PLAIN.encode(), PLAIN),
        (PLAIN.encode("gb18030"), PLAIN),
        (PLAIN.encode("gbk"), PLAIN),
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (TRADITIONAL.encode(), TRADITIONAL),
        (PLAIN.encode("utf-16"), PLAIN),
        (f"{PLAIN}\r\n{PLAIN}\r\n".encode(), f"{PLAIN}\n{PLAIN}\n"),
    ],
)
def test_texts_are_decoded(data: bytes, text: str) -> None:
    assert decode(data, "x.txt") == text


SHORT = ["过3000亿。10.5亿", "总量的53.8%、69.", "增长3.8%", "同比增長"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
@pytest.mark.parametrize("text", SHORT)
def test_a_few_characters_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


def test_big5_with_the_signs_of_its_extensions() -> None:
    text = f"{TRADITIONAL}這裏的鋼鐵恒久。"
    assert decode(text.encode("cp950"), "x.txt") == text


@pytest.mark.parametrize("data", [b"", b"  \n\n", codecs.BOM_UTF8])
def test_an_empty_document_is_refused(data: bytes) -> None:
    with pytest.raises(NoTextError, match=r"x\.txt: the document is empty"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8,
        b"MZ\x00\x00" * 64,
        b"\x00" * 100,
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        PLAIN.encode("utf-32"),
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(NoTextError, match="binary"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xfe\x81 \xff\xff" * 20,
        PLAIN.encode()[:-1],  # cut within a character
        "Le café où l'été dure, señor.".encode("latin-1"),
        "生産は前年同月比で上昇した。".encode("euc-jp")[:-1],
    ],
)
def test_bytes_of_no_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(EncodingError, match="no known encoding"):
        decode(data, "x.txt")

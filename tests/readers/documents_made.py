"""Documents made for tests in the shapes of official ones: figures true, words our own.

Each is a function of a font's name and folders, for those that are set, and gives the bytes.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import docx
import pypdfium2
import typst
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "上半年工业和通信业运行情况"
DAY = "2023年7月20日"
BODY = (
    "上半年，全国规模以上工业增加值比上年同期增长3.8%，其中二季度增长4.5%，比一季度快1.5个百分点，"
    "回升的势头比较明显，制造业和装备制造业的增速都高于全部规模以上工业。",
    "（一）网络建设稳步推进。到6月末，全国5G基站总数达到293.7万个，比上年末净增62.5万个，占移动基站的"
    "26%；千兆光网覆盖的家庭超过5亿户，农村宽带用户继续增加。",
    "（二）电信业务收入平稳增长。上半年电信业务收入累计完成8688亿元，按上年同期的口径计算增长6.2%，"
    "云计算和大数据等新兴业务收入1880亿元，增长19.2%，拉动电信业务收入增长3.7个百分点。",
    "（三）汽车生产加快。1—6月，新能源汽车产量378.8万辆，增长42.4%，出口53.4万辆，是上年同期的2.6倍，"
    "市场占有率达到28.3%，动力电池装车量和充电设施也有不同程度的增长。",
    "（四）软件业保持两位数增长。上半年软件业务收入55170亿元，增长14.2%，利润总额6170亿元，增长10.4%，"
    "信息技术服务收入占全部软件业务收入的比重继续提高。",
)
TABLE = (
    ("指标", "单位", "1—6月", "同比增长（%）"),
    ("电信业务收入", "亿元", "8688", "6.2"),
    ("5G基站总数", "万个", "293.7", ""),
    ("软件业务收入", "亿元", "55170", "14.2"),
)
ROWS = tuple("\t".join(row).rstrip("\t") for row in TABLE)


class Typesetter:
    """Sets PDF files in a font with Chinese characters."""

    def __init__(self, family: str, folders: set[Path]) -> None:
        self._head = f'#set text(font: "{family}", size: 11pt, lang: "zh")\n'
        self._fonts = typst.Fonts(False, True, sorted(map(str, folders)))

    def set(self, source: str) -> bytes:
        """A PDF file of a source."""
        made = typst.compile((self._head + source).encode(), format="pdf", font_paths=self._fonts)
        assert isinstance(made, bytes)
        return made


_INDENTED = "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
_HEADING = f'#align(center, text(size: 20pt, weight: "bold")[{TITLE}])\n\n'
_LONG = BODY * 4


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "\n\n".join(texts)


def report(setter: Typesetter) -> bytes:
    """A report with a running header, numbered pages, indented paragraphs."""
    page = (
        "#set page(header: [工业运行简报 #h(1fr) 第 7 期], "
        "footer: context align(center)[— #counter(page).display() —])\n"
    )
    return setter.set(page + _INDENTED + _HEADING + _paragraphs(_LONG))


def columns(setter: Typesetter) -> bytes:
    """A bulletin in two columns, with its title over both."""
    page = '#set page(columns: 2, numbering: "1 / 1")\n'
    title = f'#place(top + center, scope: "parent", float: true, text(size: 20pt)[{TITLE}])\n'
    return setter.set(page + _INDENTED + title + _paragraphs(_LONG))


def spaced(setter: Typesetter) -> bytes:
    """A note whose paragraphs are told apart by space alone, ragged on the right."""
    style = "#set par(justify: false, spacing: 1.8em, leading: 0.7em)\n"
    return setter.set(style + _HEADING + _paragraphs(_LONG))


def table(setter: Typesetter) -> bytes:
    """A note with a table that has borders, one cell of which is set in two lines."""
    cells = ", ".join(f"[{cell}]" for row in TABLE for cell in row)
    made = f"#table(columns: (8em, 4em, 6em, 5em), {cells})\n"
    return setter.set(_INDENTED + _HEADING + BODY[0] + "\n\n" + made + "\n" + BODY[1])


def notes(setter: Typesetter) -> bytes:
    """A communiqué with raised marks of notes, and a power of ten."""
    words = "全年生产总值#super[2]1260582亿元，耕地3.2×10#super[5]公顷，面积186km#super[2]。"
    return setter.set(_INDENTED + _HEADING + BODY[0] + "\n\n" + words)


def turned(setter: Typesetter) -> bytes:
    """Pages that lie on their side in the file, and are shown upright."""
    document = pypdfium2.PdfDocument(setter.set(_INDENTED + _HEADING + _paragraphs(BODY)))
    for page in document:
        width, height = page.get_size()
        for item in list(page.get_objects(max_depth=1)):
            item.transform(pypdfium2.PdfMatrix(0, 1, -1, 0, height, 0))
        page.set_mediabox(0, 0, height, width)
        page.set_rotation(90)
        page.gen_content()
    stream_out = io.BytesIO()
    document.save(stream_out)
    return stream_out.getvalue()


def word_report() -> bytes:
    """A Word document with a header, a footer, a heading and a table."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "工业运行简报"
    made.sections[0].footer.paragraphs[0].text = "内部资料"
    made.add_heading(TITLE, 0)
    made.add_paragraph(f"发布时间：{DAY}")
    for text in BODY[:2]:
        paragraph = made.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(24)
    grid = made.add_table(len(TABLE), len(TABLE[0]))
    for row, texts in zip(grid.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph(BODY[2])
    return _saved(made)


def word_notice() -> bytes:
    """A notice with runs of many fonts, a merged heading of a table, and a signature."""
    made = docx.Document()
    made.add_paragraph(TITLE)
    paragraph = made.add_paragraph()
    for piece in ("上半年，5G基站总数达", "293", ".7", "万个，比上年末净增", "62.5万个。"):
        run = paragraph.add_run(piece)
        run.font.name = "Times New Roman"
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
    grid = made.add_table(3, 3)
    grid.cell(0, 0).merge(grid.cell(0, 2)).text = "主要指标"
    for at, text in enumerate(("指标", "上半年", "增速（%）")):
        grid.cell(1, at).text = text
    for at, text in enumerate(("软件业务收入", "55170", "14.2")):
        grid.cell(2, at).text = text
    made.add_paragraph("某市工业和信息化局")
    made.add_paragraph(DAY)
    return _saved(made)


def word_talk() -> bytes:
    """The record of a press conference in a table that only places it."""
    made = docx.Document()
    made.add_paragraph(TITLE)
    made.add_paragraph(f"（{DAY}）")
    frame = made.add_table(2, 1)
    frame.cell(0, 0).text = "记者：5G建设进展如何？"
    frame.cell(1, 0).text = "发言人：基站总数已达293.7万个。\n下半年继续推进。"
    return _saved(made)


def _saved(made: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


MARKDOWN = f"""---
title: {TITLE}
date: 2023-07-20
source: 某局
---

# {TITLE}

**{BODY[0][:20]}**{BODY[0][20:]}

## 主要指标

| 指标 | 上半年 | 增速（%） |
| :--- | ---: | ---: |
| 软件业务收入 | 55170 | 14.2 |

1. 见[公报](http://example.cn)。
"""


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of some objects, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(head: bytes, body: bytes) -> bytes:
    """An object with a stream."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(body), body)


def scanned(pages: int = 2) -> bytes:
    """Pages that are pictures."""
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /I 3 0 R >> >> >>"
    )
    picture = stream(
        b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Filter /FlateDecode",
        zlib.compress(bytes(64)),
    )
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
            picture,
            stream(b"", b"595 0 0 842 0 0 cm /I Do"),
            *[page] * pages,
        ]
    )


def without_map() -> bytes:
    """A page in a font that does not say which characters its glyphs are."""
    shown = b"".join(b"%04X" % (300 + number) for number in range(60))
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>",
            stream(b"", b"BT /F 12 Tf 50 700 Td <%s> Tj ET" % shown),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /Identity-H"
            b" /DescendantFonts [6 0 R] >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Lost /DW 1000 /FontDescriptor 7 0 R"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
            b"<< /Type /FontDescriptor /FontName /Lost /Flags 4 /FontBBox [0 0 1000 1000]"
            b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        ]
    )


def locked() -> bytes:
    """A file under a lock that no reader opens without a word."""
    return pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"],
        b"/Encrypt << /Filter /Unknown /V 9 /R 9 >> /ID [<00> <00>]",
    )


def stamped() -> bytes:
    """A page that is a picture, with the stamp of a scanner's program on it."""
    whole = scanned(1)
    return whole.replace(
        b"/Resources << /XObject << /I 3 0 R >> >>",
        b"/Resources << /XObject << /I 3 0 R >> /Font << /F << /Type /Font /Subtype /Type1"
        b" /BaseFont /Helvetica >> >> >>",
    ).replace(
        b"595 0 0 842 0 0 cm /I Do",
        b"q 595 0 0 842 0 0 cm /I Do Q BT /F 12 Tf 9 9 Td (Scanned with a program) Tj ET",
    )

"""What texts, pages and tables are made of, and what breaks them."""

from __future__ import annotations

NUMERALS = (
    "3.8", "0", "-0.5", "1,234,567.8", "３．８", "５", "一", "十", "百", "二十一", "一百零五", "两",
    "三分之一", "百分之三点八", "万分之二", "半", "1.2.3", "1/3", "0.0", "00", "1e9", "9" * 60, "٣",
    "²", "⑫", "①", "第一", "3.8-4.2", "3.8～4.2", "3—5", "近8000", "超50", "约3", "数十", "十余",
    "1万", "3.5万亿", "亿", "万", "千", "1.", ".5", "5,", "12345678901234567890", "廿", "〇", "两三",
)  # fmt: skip
UNITS = (
    "%", "％", "‰", "个百分点", "百分点", "亿元", "万亿元", "元", "美元", "万个", "个", "家", "户", "辆",
    "万吨", "吨标准煤", "公里", "平方米", "倍", "GB", "EFLOPS", "千瓦时", "亿千瓦时", "名", "位", "期",
    "台", "万台", "EB", "m²", "°C", "元/吨", "件", "项", "成", "番", "折", "基点",
)  # fmt: skip
TIMES = (
    "上半年", "2023年", "1—6月", "1-6月份", "二季度", "截至6月末", "今年以来", "去年同期", "上年末",
    "2023年7月20日", "到2025年", "“十四五”期间", "同期", "当月", "前三季度", "近三年", "2022年以来",
    "13月", "2月30日", "0年", "9999年", "十年", "下半年", "年底前", "每年", "2020—2023年", "2023-13-45",
)  # fmt: skip
WORDS = (
    "规模以上工业增加值", "电信业务收入", "5G基站", "新能源汽车产量", "固定资产投资", "出口", "就业",
    "同比增长", "同比下降", "环比", "增速", "比上月加快", "回落", "占比", "累计", "净增", "达到", "达",
    "其中", "分别", "分别为", "和", "、", "以及", "较", "比", "高于", "拉动", "贡献率", "排名第", "位居",
    "降幅收窄", "由", "扩大至", "为", "是", "不足", "以上", "左右", "目标", "预计", "力争", "将",
    "推进", "加快", "建设", "实施", "行动", "开展", "支持", "完善", "出台", "印发", "计划", "工信部",
    "企业", "广东", "北京市", "全国", "江苏省", "人", "的", "了", "在", "每", "平均", "两年平均",
)  # fmt: skip
MARKS = (
    "，", "。", "；", "：", "！", "？", "、", "（", "）", "“", "”", "‘", "’", "《", "》", "【", "】", "「",
    "」", "—", "——", "…", "·", "(", ")", "[", "]", '"', "'", ",", ".", ";", ":", "\n", "\n\n", "\t",
    "　", " ", "-", "~", "～", "／", "/", "%", "\r\n", "\r",
)  # fmt: skip
POINTS = (
    "一是", "二是", "第一，", "第二，", "（一）", "（三）", "一、", "二、", "1.", "2．", "1）", "①", "首先，",
    "其次，", "一方面，", "另一方面，", "记者：", "问：", "答：", "赵志国：", "主持人：", "张某（司长）：",
    "\n一、", "\n记者：", "\n（二）", "\n1、", "【记者】", "[记者]:", "Q:", "A:", "——",
)  # fmt: skip
ODD = (
    "\0", "\x01", "\x0b", "\x0c", "\x1b", "\x1c", "\x85", "\u2028", "\u2029", "\u200b", "\u200e", "\u200f",
    "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffd", "\ufffe", "\u0301", "\u0489", "\ud83d",
    "\udc00", "𠮷", "👨‍👩‍👧", "\U000e0041", "é", "e\u0301", "ﬀ", "İ", "ß", "ſ", "K", "Å", "億", "萬",
    "個百分點", "同比增長", "㍿", "㎡", "Ⅳ", "٪", "।", "\xa0", "\u3000", "꙰", "\U0010ffff",
)  # fmt: skip
HTML = (
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>",
    '<td rowspan="3">', '<td colspan="2">', '<td colspan="99999" rowspan="99999">', '<td colspan="-1">',
    "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<br>", "<br/>",
    "<span>", "<b>", "</b>", "<ul><li>", "<h1>", "</h1>", "<title>", "</title>", "<body>", "</body>",
    '<meta charset="gb2312">', '<meta name="PubDate" content="2023-07-20 10:00">', "&nbsp;", "&amp;",
    "&#x3000;", "&#0;", "&#xD800;", "&#9999999;", "&lt;", "<a href='http://example.cn/'>", "</a>",
    "<template>", "<svg>", "<math>", "<iframe>", "<textarea>", "<select><option>", "<frameset>", "<noscript>",
    "<article>", "<main>", "<nav>", "<sup>2</sup>", "<font>", "<center>", "<plaintext>", "<", ">", "=\"",
    "<html>", "<!DOCTYPE html>", "<?xml version='1.0'?>", "<rss>", "<caption>", "<tbody>", "<col span=1000000>",
)  # fmt: skip
MARKDOWN = (
    "# ", "## ", "**", "*", "_", "`", "```\n", "> ", "- ", "1. ", "| ", "|---|\n", "[a](b)", "![", "](", "---\n",
    "\n===\n", "<p>", "&amp;", "\\", "    ", "~~", "[^1]", "title: ", "date: 2023-07-20\n", "<!--", "* * *\n",
)  # fmt: skip
JSON = (
    "{", "}", "[", "]", '"', ":", ",", "null", "true", "1e999", "NaN", "-", '"id":', '"text":', '"date":',
    '"title":', '"\\ud83d"', "\\u0000", '"2023-07-20"', "\\", "\n", '{"id":"a","text":"增长3.8%。","date":"2023-07-20"}',
    "[" * 50, '{"a":' * 50, "1" * 5000,
)  # fmt: skip
CELLS = (
    ",", "\t", "\n", '"', '""', ";", "|", "…", "-", "—", "#N/A", "=1+1", "指标", "单位", "同比增长（%）",
    "2023年", "1—6月", "万元", "（亿元）", "合计", "其中：", "全国", "注：", "数据来源：", "", "1.2E+05", "(3.8)", "*",
    "时间,", "地区,", "一季度,", "\r\n", "1-2月", "2023-01",
)  # fmt: skip
XML = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
    "</w:tc>", '<w:gridSpan w:val="9999"/>', '<w:gridSpan w:val="x"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>",
    "<w:br/>", "<w:tab/>", "<w:sdt>", "</w:sdt>", '<w:vertAlign w:val="superscript"/>', "<c>", "</c>", "<v>", "</v>",
    '<c r="A1" t="s">', '<c r="ZZZZ99999">', '<mergeCell ref="A1:XFD1048576"/>', "<row>", "</row>", "<is><t>",
    'r="B2"', 't="e"', 't="d"', 's="99"', "<dimension ref='A1:Z9'/>", "<!DOCTYPE a [", "&e;", "<w:del>", "<w:txbxContent>",
)  # fmt: skip
PDF = (
    "obj", "endobj", "stream", "endstream", "<<", ">>", "/Type", "/Page", "/Pages", "/Kids [3 0 R]", "/Count 99999",
    "/MediaBox [0 0 595 842]", "/MediaBox [0 0 1e9 1e9]", "/MediaBox [0 0 0 0]", "/Rotate 90", "/Rotate 7", "BT", "ET",
    "/F 12 Tf", "/F 0 Tf", "/F -9 Tf", "50 700 Td", "1e30 1e30 Td", "(3.8%) Tj", "<0102> Tj", "[(1) -9999 (2)] TJ",
    "1 0 0 1 0 0 cm", "0 0 0 0 0 0 cm", "0 0 m 9 9 l S", "0 0 500 1 re f", "1 0 R", "4 0 R", "99 0 R", "/Length 0",
    "/Length 99999999", "/Filter /FlateDecode", "q", "Q", "/XObject", "Do", "xref", "trailer", "startxref", "%%EOF",
    "3 Tr", "nan", "T*", "0 Tc", "999 Tw", "/Contents 4 0 R", "/Encoding /Identity-H", "null", "/Parent 2 0 R",
)  # fmt: skip
LINKS = (
    "http://", "https://", "example.cn", "/", "?", "#", "@", ":", ":80", ":443", ":99999", ":0", "[", "]", "[::1]",
    "127.0.0.1", "0x7f.1", "%", "%00", "%zz", "%2e%2e", "..", "xn--", "xn--a", "中国", ".", "。", "a" * 70, "-", "\\", "//",
    "user:pw@", "javascript:", "index.html", "2023-07-20", "/202307/20/", "&a=b", "[v1.a]", "ß.cn", "\u200d.cn",
)  # fmt: skip
ASKED = (
    "多少", "是多少", "什么", "为什么", "谁", "哪个", "哪些", "有没有", "增长了多少", "？", "去年", "2023年", "最高", "最低", "比",
    "和", "的", "差多少", "占", "目标", "what", "was", "how many", "in 2023", "growth", " of ", " the ", "industrial output",
    "highest", "last year", "in millions", "万个", "first half", "?", "compare", "share", "when", "who said", "5G base stations",
    "与", "相比", "上次", "以来", "进展", "完成", "落实", "说了", "by how much", "percent", "Guangdong", "since", "between",
)  # fmt: skip

PROSE = NUMERALS + UNITS + TIMES + WORDS + MARKS + POINTS
TEXT = PROSE + ODD
FRAMES = (
    "{time}，{word}{word}{number}{unit}，{word}{number}{unit}。",
    "{time}，{word}、{word}和{word}分别增长{number}{unit}、{number}{unit}和{number}{unit}。",
    "{point}{word}{word}，{word}{number}{unit}，到{time}{word}{number}{unit}；",
    "\n{word}：{time}，{word}{number}{unit}，占{word}的{number}%，比{time}提高{number}个百分点。",
    "下一步，将{word}{word}，{time}{word}“{word}”{word}，{word}{number}{unit}（{word}{number}{unit}）。",
    "{word}{number}{unit}{number}{unit}{mark}{odd}{word}{mark}{number}",
)

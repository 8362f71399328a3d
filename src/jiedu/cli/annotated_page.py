"""The page around an annotated text; what tells figures and measures apart is no colour alone."""

PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --measure: #0f766e; }}
@media (prefers-color-scheme: dark) {{ :root {{ --measure: #5eead4; }} }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem 9rem; line-height: 1.9;
  font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
main {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
mark, .figure {{ padding: 0 .15em; border-radius: .2em; background: #fde68a; color: #1f2937; }}
mark.target, .figure.target {{ background: #bfdbfe; border-bottom: 2px solid #1e40af; }}
mark.forecast, .figure.forecast {{ background: #ddd6fe; border-bottom: 2px dotted #5b21b6; }}
.measure {{ text-decoration: underline dotted 2px var(--measure); text-underline-offset: .35em; }}
.measure:hover, .measure:focus {{ text-decoration-style: solid; }}
.fields {{ display: none; position: fixed; inset: auto 0 0; z-index: 1; max-height: 40vh;
  overflow: auto; padding: .6rem 1rem; border-top: 3px solid var(--measure); white-space: pre-line;
  background: Canvas; color: CanvasText; }}
.measure:hover > .fields, .measure:focus > .fields {{ display: block; }}
.measure:hover > .fields {{ z-index: 2; }}
.key span {{ margin-right: 1em; }}
@media print {{ .measure > .fields {{ display: none; }} }}
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p>{about}</p>
{key}<main>{body}</main>
</body>
</html>
"""

KEY = """<p class="key"><span class="figure">数字</span><span class="figure target">目标</span>
<span class="figure forecast">预测</span><span class="measure">举措</span>
指到或用 Tab 键移到举措上，窗口下方显示它的字段。</p>
"""
"""How figures and measures are told apart on the page."""

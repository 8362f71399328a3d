// The annotated text: the card of a figure or a measure on pointing, on focus and on a tap, and links
// to chosen words. Nothing of a text becomes markup: words are set as text.
"use strict";

ready((part) => {
  const text = part.querySelector("#text");
  if (!text) return;
  const cards = JSON.parse(document.getElementById("cards").content.textContent);
  const card = document.getElementById("card");
  let chosen = "";

  // on a phone the outline would push the text out of sight
  if (matchMedia("(max-width: 46rem)").matches) document.querySelector(".outline")?.removeAttribute("open");

  function made(name, words, kind, foreign) {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    if (kind) element.className = kind;
    if (foreign) element.lang = "zh-CN";
    return element;
  }

  function fields(rows) {
    const list = made("dl");
    for (const [name, words, foreign] of rows) list.append(made("dt", name), made("dd", words, "", foreign));
    return list;
  }

  function figure(number) {
    const [title, value, rows, findings, url] = cards.figures[number];
    const heading = made("h2");
    const link = made("a", title);
    link.href = url;
    heading.append(link);
    const found = findings.map(([verdict, name, reason]) => {
      const line = made("p", "", `verdict ${verdict}`);
      line.append(made("strong", name, "mark"), " ", reason);
      return line;
    });
    return [heading, made("p", value, "amount"), ...found, fields(rows)];
  }

  function measure(number) {
    const [words, rows] = cards.measures[number];
    return [made("h2", words, "", true), fields(rows)];
  }

  function show(element) {
    const key = `${element.dataset.f ?? ""}/${element.dataset.m ?? ""}`;
    if (key === chosen) return;
    chosen = key;
    text.querySelectorAll(".chosen").forEach((each) => each.classList.remove("chosen"));
    const parts = [];
    for (const number of (element.dataset.f ?? "").split(",").filter(Boolean)) {
      if (parts.length) parts.push(made("hr"));
      parts.push(...figure(Number(number)));
    }
    if (element.dataset.m !== undefined) parts.push(...measure(Number(element.dataset.m)));
    card.replaceChildren(...parts);
    const same = element.dataset.f !== undefined ? `[data-f="${element.dataset.f}"]` : `.measure[data-m="${element.dataset.m}"]`;
    text.querySelectorAll(same).forEach((each) => each.classList.add("chosen"));
  }

  const marked = (event) => event.target.closest?.("[data-f], [data-m]");
  text.addEventListener("mouseover", (event) => marked(event) && show(marked(event)));
  text.addEventListener("focusin", (event) => marked(event) && show(marked(event)));
  text.addEventListener("click", (event) => {
    const element = marked(event);
    if (!element) return;
    show(element);
    if (element.href && !event.ctrlKey && !event.metaKey) event.preventDefault();
  });

  const pointed = text.querySelector(".at[data-f], .at[data-m]");
  if (pointed) show(pointed);

  // links to chosen words: offsets are counted in code points of the kept text
  const button = document.getElementById("link");
  const linked = document.getElementById("linked");

  function offset(node, at) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p[data-o]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    const part = before.cloneContents();
    part.querySelectorAll(".pin, sup").forEach((each) => each.remove());
    return Number(line.dataset.o) + [...part.textContent].length;
  }

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    button.hidden = selection.isCollapsed || !text.contains(selection.anchorNode);
    linked.textContent = "";
  });
  button.addEventListener("click", async () => {
    const range = document.getSelection().getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    const url = `${location.origin}${location.pathname}?at=${start}-${end}#at`;
    await navigator.clipboard.writeText(url);
    linked.textContent = button.dataset.done;
  });
});

// Figures over time as a chart. What is drawn stands as data beside the place: names, numbers, words
// and addresses; no markup is made of it, and no code.
"use strict";

(() => {
  const PATHS = {
    down: "path://M0 0L10 0L5 9Z",
    plus: "path://M4 0L6 0L6 4L10 4L10 6L6 6L6 10L4 10L4 6L0 6L0 4L4 4Z",
    cross: "path://M1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5L0 1Z",
    bar: "path://M0 0L10 0L10 2L0 2Z",
    up: "path://M5 0L10 9L0 9Z",
  };
  const SIGNS = { above: "▲", below: "▼", about: "━", revised: "×" }; // above a bar
  const BOUNDS = { above: ["up", -14], below: ["down", 14], about: ["bar", -12] };
  // what bars are filled with, so that they are told apart without their colours
  const HATCHES = [
    null,
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
    { symbol: "circle", symbolSize: 0.7, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0 },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 2 },
  ];
  const LABEL = 74; // pixels that a month takes below the axis
  const MONTHS = [1, 2, 3, 6, 12, 24, 36, 60, 120];
  const DAY = 86400000;

  const symbol = (name) => PATHS[name] ?? name;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const drawings = new Map();
  let printing = false;

  function colours(place) {
    if (printing) return { ink: "#000000", soft: "#333333", rule: "#cccccc", paper: "#ffffff" };
    const own = getComputedStyle(place);
    const soft = getComputedStyle(place.parentElement.querySelector(".about"));
    return { ink: own.color, soft: soft.color, rule: own.borderTopColor, paper: own.backgroundColor };
  }

  const time = (day) => Date.parse(`${day}T00:00:00Z`);
  const month = (at) => new Date(at).toISOString().slice(0, 7);

  // the last days of months, as many as have room; a figure stands at the last day of its period
  function ticks(first, last, room) {
    const begin = new Date(first);
    const months = Math.ceil((last - first) / DAY / 30.4) + 1;
    const step = MONTHS.find((each) => months / each <= room) ?? MONTHS.at(-1);
    const found = [];
    for (let at = 0; at < months + step; at += 1) {
      const number = begin.getUTCMonth() + at;
      const end = Date.UTC(begin.getUTCFullYear(), number + 1, 0);
      if ((number + 1) % step === 0 && end >= first && end <= last) found.push(end);
    }
    return found;
  }

  const item = (dot, more) => ({ value: [time(dot.day), dot.value], told: dot.told, url: dot.url, ...more });
  const dots = (stroke) => stroke.runs.flat();

  function line(stroke, tone) {
    const data = [];
    for (const run of stroke.runs) {
      if (data.length) data.push([time(run[0].day), null]); // nothing joins what does not follow
      data.push(...run.map((dot) => item(dot)));
    }
    return {
      name: stroke.name, type: "line", data, connectNulls: false, showAllSymbol: true,
      symbol: symbol(stroke.symbol), symbolSize: 8,
      lineStyle: { color: tone.own, width: stroke.dash ? 1.8 : 0, type: stroke.dash?.length ? stroke.dash : "solid" },
      itemStyle: { color: stroke.fact ? tone.own : tone.paper, borderColor: tone.own, borderWidth: stroke.fact ? 0 : 1.8 },
      emphasis: { scale: 1.5 },
    };
  }

  function signs(dot, tone) {
    const shown = [SIGNS[dot.bound], dot.revised === null ? "" : SIGNS.revised].filter(Boolean).join(" ");
    return { show: shown !== "", position: dot.value < 0 ? "bottom" : "top", formatter: shown, color: tone.ink, fontSize: 11 };
  }

  function bars(stroke, tone) {
    const hatch = HATCHES[stroke.hatch % HATCHES.length];
    const decal = hatch && { color: stroke.fact ? tone.paper : tone.own, ...hatch };
    return {
      name: stroke.name, type: "bar", data: dots(stroke).map((dot) => item(dot, { label: signs(dot, tone) })),
      barMaxWidth: 28, barMinHeight: 1,
      itemStyle: {
        color: stroke.fact ? tone.own : tone.paper, borderColor: tone.own, borderWidth: stroke.fact ? 0 : 1.5,
        borderType: stroke.fact ? "solid" : "dashed", decal,
      },
    };
  }

  // single marks: a bound's direction, an earlier value, January and February as one; those of bars
  // stand above them as signs, for a bar stands beside its day where there are several
  function marks(plot, tone) {
    const every = plot.strokes.flatMap(dots);
    const mark = (name, data, shape, size, style, z) => ({
      name, type: "scatter", data, symbol: symbol(shape), symbolSize: size, itemStyle: style, z, emphasis: { disabled: true },
    });
    const found = [];
    const placed = (data) => (plot.bars ? [] : data);
    for (const [bound, [shape, away]] of Object.entries(BOUNDS)) {
      const own = every.filter((dot) => dot.bound === bound).map((dot) => item(dot, { symbolOffset: [0, away] }));
      if (own.length) found.push(mark(plot.words[bound], placed(own), shape, bound === "about" ? [9, 2.5] : [8, 7], { color: tone.ink }, 6));
    }
    const before = every.filter((dot) => dot.revised !== null);
    const crosses = before.map((dot) => item(dot, { value: [time(dot.day), dot.revised] }));
    if (crosses.length) found.push(mark(plot.words.revised, placed(crosses), "cross", 9, { color: tone.soft }, 5));
    const pairs = plot.bars ? [] : every.filter((dot) => dot.pair);
    const ring = { color: "transparent", borderColor: tone.soft, borderWidth: 1.2 };
    if (pairs.length) found.push(mark(plot.words.pair, pairs.map((dot) => item(dot)), "circle", 16, ring, 1));
    return found;
  }

  function cut(words, length) {
    const signs = [...words];
    const lines = [];
    for (let at = 0; at < signs.length; at += length) lines.push(signs.slice(at, at + length).join(""));
    return lines.join("\n");
  }

  // how many lines a legend takes: a Chinese character is as wide as it is high, a letter half of it
  function lines(names, width) {
    let found = 1;
    let left = width;
    for (const name of names) {
      const own = 44 + [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 12.5 : 7.5), 0);
      if (own > left && left < width) {
        found += 1;
        left = width;
      }
      left -= own;
    }
    return found;
  }

  function option(plot, place) {
    const tone = colours(place);
    const own = (stroke) => (stroke.colour === "#000000" ? tone.ink : stroke.colour);
    const every = plot.strokes.flatMap(dots).map((dot) => time(dot.day));
    const margin = Math.max((Math.max(...every) - Math.min(...every)) * 0.05, 45 * DAY);
    const first = Math.min(...every) - margin;
    const last = Math.max(...every) + margin;
    const narrow = place.clientWidth < 520;
    const at = ticks(first, last, Math.max(2, Math.floor((place.clientWidth - 80) / LABEL)));
    const drawn = plot.strokes.map((stroke) => (plot.bars ? bars : line)(stroke, { ...tone, own: own(stroke) }));
    const series = [...drawn, ...marks(plot, tone)];
    const legend = lines(series.map((each) => each.name), place.clientWidth - 16) * 22;
    const words = { color: tone.soft, fontFamily: getComputedStyle(place).fontFamily };
    return {
      animation: !still.matches,
      animationDuration: 300,
      textStyle: { fontFamily: words.fontFamily },
      grid: { left: 12, right: 24, top: legend + 24, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: { top: 6, left: 8, right: 8, textStyle: words, itemWidth: 28, itemGap: 8, selectedMode: false, data: series.map((each) => each.name) },
      tooltip: {
        trigger: "item", renderMode: "richText", confine: true, backgroundColor: tone.paper, borderColor: tone.soft,
        textStyle: { color: tone.ink, fontSize: 13, lineHeight: 19 },
        formatter: (shown) => (shown.data.told ?? []).map((each) => cut(each, narrow ? 18 : 30)).join("\n"),
      },
      xAxis: {
        type: "time", min: first, max: last,
        axisLabel: { ...words, customValues: at, formatter: month, hideOverlap: true },
        axisTick: { customValues: at, lineStyle: { color: tone.soft } },
        axisLine: { onZero: plot.bars, lineStyle: { color: tone.soft } },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value", scale: !plot.bars, axisLabel: words, splitNumber: narrow ? 4 : 5,
        splitLine: { lineStyle: { color: tone.rule } },
      },
      series,
    };
  }

  function draw(place) {
    const plot = JSON.parse(place.dataset.plot);
    place.hidden = false;
    const chart = echarts.init(place, null, { renderer: "svg" });
    chart.setOption(option(plot, place));
    // a point leads to its sentence; the table below does so with the keyboard
    chart.on("click", (shown) => shown.data?.url && location.assign(shown.data.url));
    const again = () => chart.setOption(option(plot, place), { notMerge: true });
    const watch = new ResizeObserver(() => {
      if (!place.isConnected) return drop(place);
      chart.resize();
      again();
    });
    watch.observe(place);
    drawings.set(place, { chart, watch, again });
  }

  function drop(place) {
    const { chart, watch } = drawings.get(place);
    watch.disconnect();
    chart.dispose();
    drawings.delete(place);
  }

  function redraw() {
    drawings.forEach((drawing) => drawing.again());
  }

  ready((part) => {
    [...drawings.keys()].filter((place) => !place.isConnected).forEach(drop);
    const places = [...part.querySelectorAll(".chart[data-plot]")];
    if (part.matches?.(".chart[data-plot]")) places.push(part);
    places.filter((place) => !drawings.has(place)).forEach(draw);
  });
  dark.addEventListener("change", redraw);
  addEventListener("beforeprint", () => { printing = true; redraw(); });
  addEventListener("afterprint", () => { printing = false; redraw(); });
})();

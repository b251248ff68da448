// What the page can do beyond being read: open what a link points to, zoom the map, search the events. It works on what stands in
// the page and adds no text to it; without it everything can be read.
"use strict";
(() => {
  const by = (id) => document.getElementById(id);

  // A link into something folded opens it; the words that a fact rests on light up.
  const show = (id) => {
    const target = by(id);
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    for (const mark of target.closest(".text") ? target.closest(".text").querySelectorAll("mark") : [])
      mark.classList.toggle("lit", mark.id === target.id || (mark.dataset.of || "").split(" ").includes(target.id));
    if (target.classList.contains("spot")) return approach(target);
    target.scrollIntoView();
    const summary = target.querySelector(":scope > summary");
    if (!summary && target.tabIndex < 0) target.tabIndex = -1;
    (summary || target).focus({ preventScroll: true });
  };
  let approach = () => {}; // the map, below, puts a place into its middle
  const showHash = () => show(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", showHash);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link) return;
    const inNotebook = location.protocol === "about:"; // in a frame made of text such a link would lead out of it
    if (inNotebook) event.preventDefault();
    if (inNotebook || link.getAttribute("href") === location.hash) show(link.getAttribute("href").slice(1));
  });

  // On a phone tables are laid out as blocks; some browsers then forget that they are tables.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of document.querySelectorAll(".events, .events *, .sides, .sides > *, .sides tr, .sides tr > *")) {
    const role = part.tagName === "TH" ? (part.scope === "row" ? "rowheader" : "columnheader") : roles[part.tagName];
    if (role) part.setAttribute("role", role);
  }

  // Paper shows what is folded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });

  // Search among the events.
  const filter = by("filter");
  if (filter) {
    filter.hidden = false;
    const rows = [...document.querySelectorAll(".events tbody tr")];
    const search = () => {
      const words = by("find").value.toLowerCase().split(/\s+/).filter(Boolean), verdict = by("by-verdict").value;
      let found = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = (verdict && !row.querySelector(`.verdict.${verdict}`)) || !words.every((word) => text.includes(word));
        found += !row.hidden;
      }
      const asked = words.length || verdict;
      if (asked && by("rest")) by("rest").open = true;
      by("found").textContent = asked ? `${found} of ${rows.length}` : "";
    };
    filter.addEventListener("input", search);
    filter.addEventListener("submit", (event) => event.preventDefault());
  }

  // The map: wheel, two fingers, buttons, keys. Dots and letters keep their size; names go where there is room.
  const svg = by("map-drawing");
  if (!svg) return location.hash && showHash();
  const group = by("map-zoom"), WIDE = 720, HIGH = 460, MOST = 40;
  const spots = [...svg.querySelectorAll(".spot")].reverse().map((spot) => ({
    spot, text: spot.querySelector("text"), dot: spot.querySelector("[data-r]"),
    x: +spot.querySelector("text").dataset.x, y: +spot.querySelector("text").dataset.y, r: +spot.querySelector("[data-r]").dataset.r,
  }));
  const names = [...svg.querySelectorAll(".names text")].map((text) => ({ text, x: +text.getAttribute("x"), y: +text.getAttribute("y") }));
  let k = 1, x = 0, y = 0;
  const labels = [...spots, ...names]; // measured once, all at a time: a length is in step with the size of the letters
  for (const label of labels) label.text.removeAttribute("hidden");
  for (const label of labels) label.wide = label.text.getComputedTextLength() / parseFloat(getComputedStyle(label.text).fontSize);

  const draw = () => {
    x = Math.min(WIDE * k, Math.max(WIDE - 2 * WIDE * k, x)); // the outlines reach one width and one height around the drawing
    y = Math.min(HIGH * k, Math.max(HIGH - 2 * HIGH * k, y));
    group.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    const unit = Math.max(1, WIDE / (svg.clientWidth || WIDE)) / k, taken = [];
    const free = (left, top, right, bottom) => {
      const a = left * k + x, b = top * k + y, c = right * k + x, d = bottom * k + y;
      if (a < 0 || b < 0 || c > WIDE || d > HIGH || taken.some((t) => a < t[2] && t[0] < c && b < t[3] && t[1] < d)) return false;
      taken.push([a, b, c, d]);
      return true;
    };
    for (const s of spots) {
      s.dot.setAttribute("r", s.r * unit);
      taken.push([(s.x - s.r * unit) * k + x, (s.y - s.r * unit) * k + y, (s.x + s.r * unit) * k + x, (s.y + s.r * unit) * k + y]);
    }
    const set = ({ text, wide: ems }, size, spotsName, cx, cy, gap) => {
      text.removeAttribute("hidden");
      text.style.fontSize = `${size * unit}px`;
      const wide = (ems * size + 4) * unit, up = size * unit, places = spotsName
        ? [["start", cx + gap, cy + up * .35, 0], ["end", cx - gap, cy + up * .35, -1], ["middle", cx, cy + gap + up * .8, -.5], ["middle", cx, cy - gap, -.5]]
        : [["middle", cx, cy, -.5]];
      for (const [anchor, tx, ty, shift] of places) {
        if (free(tx + wide * shift, ty - up, tx + wide * (shift + 1), ty + up * .3)) {
          text.setAttribute("text-anchor", anchor); text.setAttribute("x", tx); text.setAttribute("y", ty);
          return;
        }
      }
      text.setAttribute("hidden", "");
    };
    for (const s of spots) { s.text.style.strokeWidth = `${3 * unit}px`; set(s, 13, true, s.x, s.y, (s.r + 4) * unit); }
    for (const n of names) set(n, 11, false, n.x, n.y, 0);
  };
  const zoom = (by, cx = WIDE / 2, cy = HIGH / 2) => {
    const to = Math.min(MOST, Math.max(1 / 3, k * by));
    x = cx - (cx - x) * to / k; y = cy - (cy - y) * to / k; k = to;
    draw();
  };
  const move = (dx, dy) => { x += dx; y += dy; draw(); };
  const all = () => { k = 1; x = y = 0; draw(); };
  approach = (spot) => {
    const place = spots.find((s) => s.spot === spot);
    k = Math.min(MOST, Math.max(k, WIDE / 16 / +spot.dataset.reach)); // the circle in which it lies is an eighth of the width
    x = WIDE / 2 - place.x * k; y = HIGH / 2 - place.y * k;
    draw();
    svg.scrollIntoView({ block: "center" });
    spot.focus({ preventScroll: true });
  };
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return [(event.clientX - box.left) * WIDE / box.width, (event.clientY - box.top) * HIGH / box.height];
  };

  by("map-buttons").hidden = false;
  by("map-buttons").addEventListener("click", (event) => {
    const wish = event.target.dataset.zoom;
    if (wish === "all") all(); else if (wish) zoom(wish === "in" ? 1.6 : 1 / 1.6);
  });
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) move(...step);
    else if (event.key === "+" || event.key === "=") zoom(1.6);
    else if (event.key === "-") zoom(1 / 1.6);
    else if (event.key === "0") all();
    else return;
    event.preventDefault();
  });
  svg.addEventListener("dblclick", (event) => { event.preventDefault(); zoom(2, ...at(event)); });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== svg) return; // the wheel scrolls the page unless the map was asked for
    event.preventDefault();
    zoom(2 ** (-event.deltaY / 300), ...at(event));
  }, { passive: false });
  const fingers = new Map();
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button) return;
    fingers.set(event.pointerId, at(event));
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event), others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, where]) => where);
    if (others.length) {
      const [o] = others, was = Math.hypot(before[0] - o[0], before[1] - o[1]), is = Math.hypot(now[0] - o[0], now[1] - o[1]);
      if (was > 0) zoom(is / was, (now[0] + o[0]) / 2, (now[1] + o[1]) / 2);
    } else if (event.pointerType === "mouse") {
      if (!dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
      if (!dragged) svg.setPointerCapture(event.pointerId);
      move(now[0] - before[0], now[1] - before[1]);
    } else return; // one finger scrolls the page
    dragged = true;
    fingers.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  svg.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); dragged = false; } }, true);
  svg.style.touchAction = "pan-x pan-y";
  addEventListener("resize", draw);
  draw();
  if (location.hash) showHash();
})();

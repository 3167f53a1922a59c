// A report's page. It reads and works without this file; with it, words and cards light each other up, and
// #span=120-184 shows code points 120 to 184 of the report.
"use strict";
(() => {
  const report = document.querySelector(".report");
  if (!report) return;
  const pageCharacters = 60000;
  const length = (atom) => Number(atom.dataset.n) || Array.from(atom.textContent).length;

  const light = (thing, on) => {
    const numbers = thing.dataset.card ? [thing.dataset.card] : (thing.dataset.c || "").split(" ").filter(Boolean);
    for (const number of numbers) {
      for (const each of report.querySelectorAll(`[data-card="${number}"], [data-c~="${number}"]`)) {
        each.classList.toggle("lit", on);
      }
    }
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    report.addEventListener(name, (event) => {
      const thing = event.target.closest("[data-card], [data-c]");
      if (thing) light(thing, on);
    });
  }

  const pick = (atom, from, to) => {
    if (atom.dataset.n || (from <= 0 && to >= length(atom))) {
      atom.classList.add("picked");
      return atom;
    }
    const letters = Array.from(atom.textContent);
    const mark = document.createElement("mark");
    mark.textContent = letters.slice(Math.max(0, from), to).join("");
    atom.replaceChildren(letters.slice(0, Math.max(0, from)).join(""), mark, letters.slice(to).join(""));
    return mark;
  };
  const clear = () => {
    for (const each of report.querySelectorAll(".picked")) each.classList.remove("picked");
    for (const mark of report.querySelectorAll("mark")) {
      const atom = mark.parentNode;
      atom.textContent = atom.textContent;
    }
  };
  const isPublished = location.protocol === "file:" || location.pathname.endsWith(".html");
  const addressOf = (page) => {
    const name = report.dataset.report + (page > 1 ? `/${page}` : "");
    const up = Number(report.dataset.page) > 1 ? "../" : "";
    return up + name + (isPublished ? ".html" : "");
  };
  const showSpan = () => {
    const found = /^#span=(\d+)-(\d+)$/.exec(location.hash);
    if (!found) return;
    const [start, end] = [Number(found[1]), Number(found[2])];
    const page = Math.floor(start / pageCharacters) + 1;
    if (start < Number(report.dataset.first) || page > Number(report.dataset.page)) {
      if (page !== Number(report.dataset.page)) location.replace(addressOf(page) + location.hash);
      return;
    }
    clear();
    let first = null;
    for (const atom of report.querySelectorAll("[data-at]")) {
      const at = Number(atom.dataset.at);
      if (at >= end) break;
      if (at + length(atom) <= start) continue;
      const picked = pick(atom, start - at, end - at);
      first = first || picked;
    }
    if (first) first.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", showSpan);
  showSpan();

  // The cards of a sentence are moved down to its first line, where those before leave room. Beside the words only:
  // on a narrow screen cards stand below their paragraph.
  const topOf = (row, codePoint) => {
    const atom = Array.from(row.querySelectorAll("[data-at]")).findLast((each) => Number(each.dataset.at) <= codePoint);
    if (!atom) return null;
    const letters = Array.from(atom.textContent).slice(0, codePoint - Number(atom.dataset.at)).join("").length;
    const range = document.createRange();
    range.setStart(atom.firstChild, Math.min(letters, atom.firstChild.length - 1));
    range.setEnd(atom.firstChild, Math.min(letters + 1, atom.firstChild.length));
    return range.getBoundingClientRect().top;
  };
  const roomsOf = (row) => {
    const groups = Array.from(row.querySelectorAll(".beside"));
    const below = row.querySelector(".margin").getBoundingClientRect().top - row.getBoundingClientRect().top;
    if (!groups.length || below > 1) return [];
    let moved = 0;
    return groups.map((group) => {
      const wanted = topOf(row, Number(group.dataset.beside));
      const room = wanted === null ? 0 : wanted - group.getBoundingClientRect().top - moved;
      const kept = room > 1 ? room : 0;
      moved += kept;
      return [group, kept];
    });
  };
  const level = () => {
    for (const group of report.querySelectorAll(".beside")) group.style.marginTop = "";
    const rooms = Array.from(report.querySelectorAll(".row")).flatMap(roomsOf); // all is measured before any is moved
    for (const [group, room] of rooms) group.style.marginTop = `${room}px`;
  };
  level();
  window.addEventListener("resize", level);
  document.fonts.ready.then(level);
  for (const box of document.querySelectorAll(".layers input")) box.addEventListener("change", level);

  const link = document.getElementById("words-link");
  const offsetOf = (node, offset) => {
    const atom = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
    if (!atom) return null;
    if (atom.dataset.n) return Number(atom.dataset.at) + (offset ? Number(atom.dataset.n) : 0);
    const before = document.createRange();
    before.setStart(atom, 0);
    before.setEnd(node, offset);
    return Number(atom.dataset.at) + Array.from(before.toString()).length;
  };
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const start = range && report.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset) : null;
    const end = range && report.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : null;
    link.hidden = start === null || end === null || start >= end;
    if (!link.hidden) link.href = `#span=${start}-${end}`;
  });
})();

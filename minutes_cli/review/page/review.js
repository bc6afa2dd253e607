
"use strict";
(() => {
  // Without this script all links work; with it a pair lights up, and the arrow keys go from box to box. It asks nobody anything.
  const all = (what, where = document) => Array.from(where.querySelectorAll(what));
  all(".scripted").forEach((each) => { each.hidden = false; });

  const named = new Map();
  all("[data-e]").forEach((each) => each.dataset.e.split(" ").forEach((name) => {
    if (!named.has(name)) named.set(name, []);
    named.get(name).push(each);
  }));
  const light = (event, on) => {
    const at = event.target.closest && event.target.closest("[data-e]");
    if (at) at.dataset.e.split(" ").forEach((name) => named.get(name).forEach((each) => each.classList.toggle("lit", on)));
  };
  ["mouseover", "focusin"].forEach((kind) => document.addEventListener(kind, (event) => light(event, true)));
  ["mouseout", "focusout"].forEach((kind) => document.addEventListener(kind, (event) => light(event, false)));

  // Words marked in a line lead where their label leads.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark || String(getSelection())) return;
    const entry = document.getElementById(mark.dataset.e.split(" ").pop());
    location.hash = entry.id;
    entry.focus();
  });

  // One stop of the Tab key a page; the arrow keys go on from there.
  all("[data-group]").forEach((group) => {
    const boxes = all("[data-box]", group);
    const choose = (chosen) => boxes.forEach((box) => { box.tabIndex = box === chosen ? 0 : -1; });
    if (boxes.length) choose(boxes[0]);
    group.addEventListener("focusin", (event) => { if (boxes.includes(event.target)) choose(event.target); });
    group.addEventListener("keydown", (event) => {
      const at = boxes.indexOf(event.target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      if (boxes[to]) boxes[to].focus();
    });
  });

  // In a wide window a finding stands beside its line, as far as those above it leave room.
  const align = (margin) => {
    const beside = margin.previousElementSibling.getBoundingClientRect();
    const wide = margin.getBoundingClientRect().left >= beside.right - 1;
    all(".note", margin).forEach((note) => {
      note.style.marginTop = "0";
      const flag = document.getElementById(note.dataset.flag);
      const at = flag && (flag.querySelector(".at") || flag).getBoundingClientRect().top;
      const room = at ? at - note.getBoundingClientRect().top : 0;
      if (wide && room > 0) note.style.marginTop = `${room}px`;
    });
  };
  const seen = new IntersectionObserver((entries) => entries.forEach((each) => { if (each.isIntersecting) align(each.target); }));
  all(".margin").forEach((margin) => seen.observe(margin));
  addEventListener("resize", () => all(".margin").forEach((margin) => {
    const at = margin.getBoundingClientRect();
    if (at.bottom > 0 && at.top < innerHeight) align(margin);
  }));
})();


"use strict";
(() => {
  // Without this script the page is a plain report; with it rows can be sorted and filtered. It asks nobody anything.
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  const tables = all(document, "table[data-rows]");
  const rows = tables.flatMap((table) => all(table, "tbody tr"));
  const headsOf = (table) => Array.from(table.tHead ? table.tHead.rows[0].cells : []);
  const told = document.getElementById("told");
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const tell = (words) => { if (told) told.textContent = words; };

  rows.forEach((row, place) => { row.place = place; });

  const compare = (kind, up) => (one, other) => {
    const [a, b] = [one.by, other.by];
    if (a === b) return one.row.place - other.row.place;
    if (a === "") return 1; // what is not said comes last, whichever way it is sorted
    if (b === "") return -1;
    const order = kind === "number" ? Number(a) - Number(b) : a.localeCompare(b, document.documentElement.lang, { numeric: true });
    return (up ? order : -order) || one.row.place - other.row.place;
  };

  const sort = (report, place, title, way) => {
    all(report, "table[data-rows]").filter((table) => table.tHead).forEach((table) => {
      const heads = headsOf(table);
      heads.forEach((head, number) => {
        if (number === place && way) head.setAttribute("aria-sort", way); else head.removeAttribute("aria-sort");
      });
      const body = table.tBodies[0];
      const keyed = Array.from(body.rows, (row) => ({ row, by: row.cells[place].dataset.by ?? row.cells[place].textContent.trim() }));
      keyed.sort(way ? compare(heads[place].dataset.kind, way === "ascending") : (a, b) => a.row.place - b.row.place);
      body.append(...keyed.map((each) => each.row));
    });
    tell(way ? `Sorted by ${title}, ${way}.` : "In the order of the report.");
  };

  const next = { "": "ascending", ascending: "descending", descending: "" };
  tables.forEach((table) => headsOf(table).forEach((head, place) => {
    const title = head.textContent.trim();
    if (!title) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", () => {
      sort(table.closest("[data-report]"), place, title, next[head.getAttribute("aria-sort") ?? ""]);
    });
    head.replaceChildren(button);
  }));

  const tools = document.getElementById("tools");
  if (!tools) return;
  const words = document.getElementById("words");
  const status = document.getElementById("status");
  const text = new Map(rows.map((row) => [row, plain(row.innerText ?? row.textContent)]));
  const choose = () => {
    const asked = plain(words.value).split(/\s+/).filter(Boolean);
    const wanted = status ? status.value : "";
    let shown = 0;
    rows.forEach((row) => {
      const fits = asked.every((word) => text.get(row).includes(word))
        && (!wanted || (row.dataset.status ?? "").split("|").includes(wanted));
      row.hidden = !fits;
      shown += fits;
    });
    all(document, "[data-group]").forEach((group) => {
      const own = all(group, "table[data-rows] tbody tr");
      group.hidden = own.length > 0 && own.every((row) => row.hidden);
    });
    tell(asked.length || wanted ? `${shown} of ${rows.length} rows shown.` : `${rows.length} rows.`);
  };
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", choose);
  if (status) status.addEventListener("change", choose);
  choose();
})();

// Compare: weights side by side, the first one as the baseline.

import { bar } from "../bars.js";
import { licence, weightName } from "../columns.js";
import { field, h, modelLink, select } from "../dom.js";
import { ask } from "../graphql.js";
import { number, signed, t } from "../language.js";
import { nothing, showing } from "../notices.js";
import { defaultRun, loadRuns, newestOfKind, protocolName, runName, runOptions } from "../runs.js";

const MOST = 8;
const EXAMPLE = ["convnext_base.fb_in1k", "deit3_base_patch16_224.fb_in1k", "swin_base_patch4_window7_224.ms_in1k"];

const CHOICES = `query ($names: [String!]) {
  datasets(first: 100) { nodes { name title } }
  variants(where: {name: {inList: $names}}, first: 100) {
    nodes {
      name pretrainedOn fineTunedOn
      licence { name commercialUse }
      model { name year parameters family { title } paper { title arxivId url } }
    }
  }
}`;
const FIGURES = `query ($names: [String!]!, $environments: [String!]) {
  compare(variants: $names, environments: $environments, first: 2000) {
    nodes { metric value difference imgSize batchSize variant { name } dataset { name } run { slug } }
  }
}`;
const SUGGESTIONS = `query ($text: String!) {
  variants(where: {name: {iContains: $text}, evaluations: {top1: {gt: 0}}}, first: 30, orderBy: [{name: ASC}]) { nodes { name } }
}`;

/** Show the page. */
export async function render(main) {
  document.title = `${t("nav.compare")} · backbonedb`;
  const query = new URLSearchParams(location.search);
  const names = [...new Set(query.getAll("v"))].slice(0, MOST);
  await showing(main, async () => {
    const [choices, allRuns] = await Promise.all([ask(CHOICES, { names }), loadRuns(query.getAll("run"))]);
    const known = new Map(choices.variants.nodes.map((one) => [one.name, one]));
    const chosen = names.filter((name) => known.has(name)).map((name) => known.get(name));
    const unknown = names.filter((name) => !known.has(name));
    const runs = newestOfKind(allRuns);
    const run = allRuns.find((one) => one.slug === query.get("run")) ?? defaultRun(runs);
    const go = (list, slug = query.get("run")) => {
      const next = new URLSearchParams(list.map((name) => ["v", name]));
      if (slug) next.set("run", slug);
      location.assign(`/compare?${next}`);
    };
    const present = chosen.map((one) => one.name);
    const content = chosen.length
      ? [
          run ? h("div", { class: "inline-form" }, field(t("hardware"), select(runOptions(runs), run.slug, (slug) => go(present, slug)))) : null,
          await comparison(chosen, run, choices.datasets.nodes, (list) => go(list)),
        ]
      : [nothing(t("compareEmpty"), t("compareEmptyAdvice"), h("a", { class: "button primary", href: `/compare?${new URLSearchParams(EXAMPLE.map((name) => ["v", name]))}` }, t("example")))];
    main.replaceChildren(
      h("h1", {}, t("compareTitle")),
      h("p", { class: "lead" }, t("compareLead", { most: MOST })),
      adding(present, go),
      ...unknown.map((name) => h("p", { class: "worse", role: "alert" }, t("noWeight", { name }))),
      h("div", { class: "stack" }, content),
    );
  });
}

function adding(names, go) {
  const list = h("datalist", { id: "weights" });
  const input = h("input", { list: "weights", required: true, autocomplete: "off", placeholder: t("addWeightExample"), oninput: () => suggest(input.value.trim(), list) });
  return h(
    "form",
    { class: "inline-form", onsubmit: (event) => {
      event.preventDefault();
      go([...names, input.value.trim()]);
    } },
    field(t("addWeight"), input),
    list,
    h("button", { type: "submit", disabled: names.length >= MOST }, t("add")),
  );
}

async function suggest(text, list) {
  if (text.length < 2) return;
  try {
    const data = await ask(SUGGESTIONS, { text });
    list.replaceChildren(...data.variants.nodes.map(({ name }) => h("option", { value: name })));
  } catch {
    // Suggestions are a help only; adding a name says what is wrong.
  }
}

async function comparison(chosen, run, datasets, go) {
  const names = chosen.map((one) => one.name);
  const { compare } = await ask(FIGURES, { names, environments: run ? [run.environment.slug] : null });
  const figures = compare.nodes;
  const remove = (name) => go(names.filter((one) => one !== name));
  const head = chosen.map((one, i) => h(
    "th",
    { scope: "col" },
    modelLink(one.name, weightName(one.name)),
    h("div", { class: "hint" },
      i === 0
        ? t("baseline")
        : h("button", { type: "button", class: "figure", "aria-label": t("makeBaseline", { name: one.name }), onclick: () => go([one.name, ...names.filter((name) => name !== one.name)]) }, t("asBaseline")),
      " ",
      h("button", { type: "button", class: "figure", "aria-label": `${t("remove")} ${one.name}`, onclick: () => remove(one.name) }, t("remove"))),
  ));
  const facts = [
    [t("column.family"), (one) => one.model.family?.title ?? "–"],
    [t("short.year"), (one) => (one.model.year === null ? "–" : String(one.model.year))],
    [t("metric.params"), (one) => (one.model.parameters === null ? "–" : number(one.model.parameters / 1e6, 2))],
    [t("column.licence"), (one) => one.licence?.name ?? t("noLicence"), (one) => licence(one.licence?.name ?? "", one.licence?.commercialUse ?? "unknown")],
    [t("column.pretrained"), (one) => [one.pretrainedOn, one.fineTunedOn && t("fineTuned", { data: one.fineTunedOn })].filter(Boolean).join(", ") || "–"],
    [t("column.paper"), (one) => one.model.paper?.title ?? one.model.paper?.arxivId ?? "–"],
  ];
  const factRow = ([label, text, show = text]) => h("tr", {},
    h("th", { scope: "row" }, label),
    chosen.map((one) => {
      const isOther = text(one) !== text(chosen[0]);
      return h("td", { class: isOther ? "differs" : null }, show(one), isOther ? h("span", { class: "unseen" }, ` (${t("differs")})`) : null);
    }));
  const top1 = figures.filter((one) => one.metric.toLowerCase() === "top1");
  const speed = figures.filter((one) => one.run && one.run.slug === run?.slug);
  const rows = [
    ...datasets.map((dataset) => [t("top1On", { dataset: dataset.title }), top1.filter((one) => one.dataset.name === dataset.name), 100, 3]),
    ...(run ? [[t("metric.speed"), speed, Math.max(...speed.map((one) => one.value)), 1]] : []),
  ].filter(([, found]) => found.length);
  return h(
    "section",
    { class: "card" },
    h("div", { class: "scrolling", tabindex: 0, role: "region", "aria-label": t("compareTitle") },
      h("table", { class: "comparison" },
        h("caption", { class: "unseen" }, t("compareTitle")),
        h("colgroup", {}, h("col", { class: "labels" }), names.map(() => h("col", { class: "weight" }))),
        h("thead", {}, h("tr", {}, h("td", {}), head)),
        h("tbody", {},
          facts.map(factRow),
          rows.map(([label, found, most, digits]) => h("tr", {},
            h("th", { scope: "row" }, label),
            names.map((name) => h("td", {}, cell(found.filter((one) => one.variant.name === name), most, digits)))))))),
    run ? h("p", { class: "hint" }, t("speedFrom", { run: runName(run), protocol: protocolName(run), batch: t("batchAsMeasured") })) : null,
  );
}

/** The figures of a weight, one line an image size, each with a bar and its step from the baseline. */
function cell(found, most, digits) {
  if (!found.length) return "–";
  return found.sort((a, b) => a.imgSize - b.imgSize).map((one) => h(
    "div",
    { class: "figure-line" },
    h("strong", {}, number(one.value, digits)),
    h("span", { class: "hint" }, ` ${t("pixels", { n: one.imgSize })}${one.batchSize ? ` · ${t("batchOf", { n: number(one.batchSize, 0) })}` : ""}`),
    one.difference ? h("span", { class: one.difference > 0 ? "better" : "worse", title: t("againstBaseline") }, ` ${signed(one.difference, digits)}`) : null,
    bar(one.value / most),
  ));
}

// A model: its papers, weights, accuracy, speed, and what the notes say of it.

import { licence, weightName } from "../columns.js";
import { announce, h, modelLink, outside } from "../dom.js";
import { bibtex } from "../downloads.js";
import { ask } from "../graphql.js";
import { number, t, zone } from "../language.js";
import { loadSeries } from "../nights.js";
import { nothing, showing } from "../notices.js";
import { card, plainTable, shortDataset } from "../parts.js";
import { evaluationFigure } from "../sources.js";
import { SPEEDS, throughput } from "../speeds.js";
import { seriesCard, timelineLegend } from "../timeline.js";

const PAPER = "arxivId title url submitted revised authors doi";
const MODEL = `query ($name: String!) {
  datasets(first: 100) { nodes { name title } }
  variant(name: $name) { model { name } }
  model(name: $name) {
    name year yearSource parameters isRegistered
    family { name title models(first: 100, orderBy: [{year: ASC}, {parameters: ASC}]) { totalCount nodes { name year parameters } } }
    paper { arxivId }
    papers { ${PAPER} }
    aliases { name target }
    variants(first: 100) {
      nodes {
        name hubId isDefault pretrainedOn fineTunedOn trainedBy
        licence { name title commercialUse sourceUrl }
        resolutions { purpose height width }
        papers { ${PAPER} }
        evaluations(first: 100) { nodes { top1 imgSize robustnessDrop dataset { name } } }
      }
    }
    ${SPEEDS}
    noteMentions {
      relation words position
      note { title year date link position remarks { position parentPosition text } }
    }
  }
}`;

/** Show the page of the model, or of the weight's model, called `name`. */
export async function render(main, name) {
  document.title = `${name} · backbonedb`;
  await showing(main, async () => {
    const data = await ask(MODEL, { name });
    const model = data.model ?? (data.variant && (await ask(MODEL, { name: data.variant.model.name })).model);
    if (!model) {
      main.replaceChildren(nothing(t("noModel", { name }), t("noModelAdvice"), h("a", { class: "button primary", href: `/?${new URLSearchParams({ q: name })}` }, t("nav.explore"))));
      return;
    }
    document.title = `${model.name} · backbonedb`;
    const nights = h("section", { class: "plain" });
    main.replaceChildren(
      head(model),
      h("div", { class: "stack" },
        model.noteMentions.length
          ? h("div", { class: "split" }, h("div", { class: "column" }, papers(model), siblings(model)), notes(model))
          : h("div", { class: "split" }, papers(model), siblings(model)),
        weights(model, name),
        accuracy(model, data.datasets.nodes),
        throughput(model),
        nights),
    );
    await nightly(model, nights);
  });
}

function head(model) {
  const query = new URLSearchParams(model.variants.nodes.slice(0, 8).map((one) => ["v", one.name]));
  const badges = [
    model.year === null ? t("unknownYear") : h("span", { title: t("yearBy", { source: t(`yearSource.${model.yearSource}`) }) }, `${model.year} (${t(`yearSource.${model.yearSource}`)})`),
    model.parameters === null ? null : t("parameters", { n: number(model.parameters, 0) }),
    model.isRegistered ? null : t("unregistered"),
  ].filter(Boolean);
  const former = model.aliases.filter((one) => one.target === model.name).map((one) => one.name);
  return h(
    "div",
    {},
    model.family ? h("p", { class: "crumbs" }, h("a", { href: `/?${new URLSearchParams({ family: model.family.name })}` }, model.family.title)) : null,
    h("div", { class: "title" }, h("h1", {}, model.name),
      model.variants.nodes.length > 1 ? h("a", { class: "button", href: `/compare?${query}` }, t("addToComparison")) : null),
    h("ul", { class: "badges" }, badges.map((badge) => h("li", {}, badge))),
    former.length ? h("p", { class: "hint" }, `${t("oldNames")}: ${former.join(", ")}`) : null,
  );
}

function papers(model) {
  const training = new Map();
  for (const variant of model.variants.nodes) {
    for (const paper of variant.papers) {
      if (!model.papers.some((one) => one.url === paper.url)) training.set(paper.url, paper);
    }
  }
  const kinds = [
    ...model.papers.map((paper) => [paper.arxivId === model.paper?.arxivId ? t("introducedBy") : t("relatedPaper"), paper]),
    ...[...training.values()].map((paper) => [t("trainsPaper"), paper]),
  ];
  return card(t("column.paper"), kinds.length ? kinds.map(([kind, paper]) => paperEntry(kind, paper)) : h("p", { class: "hint" }, t("unknown")));
}

function paperEntry(kind, paper) {
  const button = h("button", { type: "button", class: "quiet", onclick: async () => {
    try {
      await navigator.clipboard.writeText(bibtex(paper));
      button.textContent = t("copied");
      announce(t("copied"));
    } catch {
      const text = h("pre", { tabindex: 0 }, bibtex(paper));
      button.replaceWith(text);
      getSelection().selectAllChildren(text);
    }
  } }, t("copyBibtex"));
  return h(
    "div",
    { class: "paper" },
    h("p", { class: "hint" }, [kind, paper.submitted].filter(Boolean).join(" · ")),
    h("p", {}, outside(paper.url, paper.title ?? paper.arxivId ?? paper.url)),
    paper.authors?.length ? h("p", { class: "hint" }, paper.authors.join(", ")) : null,
    paper.arxivId ? button : null,
  );
}

function notes(model) {
  const entries = new Map();
  for (const mention of model.noteMentions) {
    const entry = entries.get(mention.note.position) ?? { note: mention.note, relations: new Set() };
    entry.relations.add(mention.relation);
    entries.set(mention.note.position, entry);
  }
  if (!entries.size) return null;
  return card(
    t("notes"),
    h("p", { class: "hint" }, t("notesHint")),
    [...entries.values()].map(({ note, relations }) => h(
      "article",
      { class: "note", lang: "ko" },
      h("h3", {}, note.link ? outside(note.link, note.title) : note.title),
      h("p", { class: "hint" }, [note.year, note.date, [...relations].map((one) => t(`relation.${one}`)).join(", ")].filter(Boolean).join(" · ")),
      remarks(note.remarks, null),
    )),
  );
}

/** The bullets under a bullet, as they are nested. */
function remarks(all, parent) {
  const here = all.filter((one) => one.parentPosition === parent && one.text);
  return here.length ? h("ul", {}, here.map((one) => h("li", {}, one.text, remarks(all, one.position)))) : null;
}

function weights(model, asked) {
  if (!model.variants.nodes.length) return card(t("weights"), h("p", { class: "hint" }, t("noWeights")));
  const sizes = (variant) => [...new Set(variant.resolutions.map((one) => (one.height === one.width ? one.height : `${one.height}×${one.width}`)))].join(", ");
  return card(t("weights"), plainTable(t("weights"), [
    { label: t("column.name"), show: (one) => [weightName(one.name), one.isDefault ? h("span", { class: "hint" }, ` (${t("isDefault")})`) : null] },
    { label: t("column.licence"), show: (one) => {
      const shown = licence(one.licence?.name ?? "", one.licence?.commercialUse ?? "unknown");
      return one.licence?.sourceUrl ? outside(one.licence.sourceUrl, shown) : shown;
    } },
    { label: t("column.pretrained"), show: (one) => [one.pretrainedOn, one.fineTunedOn && t("fineTuned", { data: one.fineTunedOn })].filter(Boolean).join(", ") },
    { label: t("short.size"), show: sizes },
    { label: t("hub"), show: (one) => (one.hubId ? outside(`https://huggingface.co/${one.hubId}`, one.hubId) : "–") },
  ], model.variants.nodes, (one) => (one.name === asked && asked !== model.name ? { class: "differs" } : {})));
}

function accuracy(model, datasets) {
  const rows = new Map();
  for (const variant of model.variants.nodes) {
    for (const one of variant.evaluations.nodes) {
      const key = `${variant.name} ${one.imgSize}`;
      if (!rows.has(key)) rows.set(key, { name: variant.name, imgSize: one.imgSize, on: {} });
      rows.get(key).on[one.dataset.name] = one;
    }
  }
  if (!rows.size) return card(t("accuracy"), h("p", { class: "hint" }, t("noEvaluations")));
  const present = datasets.filter(({ name }) => [...rows.values()].some((row) => row.on[name]));
  const figure = (row, dataset) => {
    const found = row.on[dataset];
    if (!found) return "–";
    return [
      evaluationFigure(number(found.top1, 3), row.name, dataset, row.imgSize),
      found.robustnessDrop === null ? null : h("span", { class: "drop" }, ` (−${number(found.robustnessDrop, 1)})`),
    ];
  };
  return card(
    t("accuracy"),
    h("p", { class: "hint" }, t("accuracyHint")),
    plainTable(t("accuracy"), [
      { label: t("column.name"), show: (row) => weightName(row.name) },
      { label: t("short.size"), isNumber: true, show: (row) => row.imgSize },
      ...present.map((dataset) => ({ label: h("abbr", { title: dataset.title }, shortDataset(dataset.name)), isNumber: true, show: (row) => figure(row, dataset.name) })),
    ], [...rows.values()].sort((a, b) => (b.on.imagenet?.top1 ?? 0) - (a.on.imagenet?.top1 ?? 0))),
  );
}

/** The line of every series of the model; nothing where it has none. */
async function nightly(model, place) {
  await showing(place, async () => {
    const series = await loadSeries(model.name);
    place.hidden = !series.length;
    place.replaceChildren(
      h("h2", {}, t("nightlyTitle")),
      h("p", { class: "hint" }, t("nightlyHint", { zone: zone() })),
      timelineLegend(),
      h("div", { class: "series-list" }, series.map((one) => seriesCard(one, { isNamed: false }))));
  });
}

function siblings(model) {
  const list = model.family?.models;
  const others = list?.nodes.filter((one) => one.name !== model.name) ?? [];
  if (!others.length) return null;
  const missing = list.totalCount - 1 - others.length;
  return card(
    t("siblings"),
    h("ul", { class: "inline" },
      others.map((one) => h("li", {}, modelLink(one.name), one.parameters === null ? null : h("span", { class: "hint" }, ` ${t("millions", { n: number(one.parameters / 1e6, 1) })}`))),
      missing > 0 ? h("li", { class: "hint" }, t("andMore", { n: number(missing) })) : null),
  );
}

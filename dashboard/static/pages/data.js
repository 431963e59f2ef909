// Data: the sources, what was odd about them, and what changed.

import { h } from "../dom.js";
import { ask, askAll } from "../graphql.js";
import { age, instant, number, signed, t, hasText } from "../language.js";
import { nothing, showing } from "../notices.js";
import { card, plainTable } from "../parts.js";

const DATA = `{
  meta {
    dataVersion dataChangedAt
    lastIngest { startedAt source { name } }
    sources { name kind publisher revision rowCount publishedAt retrievedAt sha256 licence }
  }
  ingests(first: 100, orderBy: [{finishedAt: DESC}]) {
    totalCount
    nodes { source { name } finishedAt addedCount closedCount unchangedCount isForced programVersion }
  }
}`;
const PROBLEMS = `query ($after: String) {
  rows: problems(where: {source: {isCurrent: {exact: true}}}, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { code text line source { name } }
  }
}`;
const CHANGES = `query ($since: DateTime!, $until: DateTime!) {
  changes(since: {ingestedAt: $since}, until: {ingestedAt: $until}, first: 25) {
    totalCount
    nodes {
      subject change series nameWritten imgSize
      evaluationBefore { top1 } evaluationAfter { top1 }
      measurementBefore { samplesPerSecond } measurementAfter { samplesPerSecond }
    }
  }
}`;

const FIRST_INGESTS = 12;
const MOST_OWN = 100;

/** Show the page. */
export async function render(main) {
  document.title = `${t("nav.data")} · backbonedb`;
  await showing(main, async () => {
    const [{ meta, ingests }, problems] = await Promise.all([ask(DATA), askAll(PROBLEMS)]);
    if (!meta.sources.length) {
      main.replaceChildren(nothing(t("noData"), t("noDataAdvice"), h("pre", {}, h("code", {}, "backbonedb ingest timm\nbackbonedb ingest upstream"))));
      return;
    }
    const changed = h("section", { class: "card" });
    main.replaceChildren(
      h("h1", {}, t("dataTitle")),
      h("p", { class: "lead" }, t("dataLead", { n: number(meta.sources.length), version: meta.dataVersion, at: instant(meta.dataChangedAt) })),
      h("div", { class: "stack" }, sources(meta.sources), changed, found(problems), history(ingests)),
    );
    await showing(changed, async () => changed.replaceChildren(...(await changes(meta.lastIngest))));
  });
}

function sources(list) {
  const isNightly = (one) => one.kind === "bench_job";
  const [own, others] = [list.filter(isNightly), list.filter((one) => !isNightly(one))];
  return card(
    t("sources"),
    h("p", { class: "hint" }, t("ageHint")),
    others.length ? sourceTable(t("sources"), others) : null,
    own.length
      ? h("details", { class: "findings", open: !others.length }, h("summary", {}, t("ownRuns", { n: number(own.length) })), sourceTable(t("ownRuns", { n: number(own.length) }), newestFirst(own).slice(0, MOST_OWN)),
        own.length > MOST_OWN ? h("p", { class: "hint" }, t("andMore", { n: number(own.length - MOST_OWN) })) : null)
      : null,
  );
}

const newestFirst = (list) => [...list].sort((a, b) => (a.name < b.name ? 1 : -1));

function sourceTable(caption, list) {
  const kind = (one) => (hasText(`kind.${one.kind}`) ? t(`kind.${one.kind}`) : one.kind);
  return plainTable(caption, [
    { label: t("file"), show: (one) => one.name },
    { label: t("kind"), show: kind },
    { label: t("publisher"), show: (one) => one.publisher },
    { label: t("rowCount"), isNumber: true, show: (one) => number(one.rowCount) },
    { label: t("age"), show: (one) => h("time", { datetime: one.publishedAt ?? one.retrievedAt, title: instant(one.publishedAt ?? one.retrievedAt) }, age(one.publishedAt ?? one.retrievedAt)) },
    { label: t("revision"), show: (one) => (one.revision ? h("span", { class: "mono", title: one.revision }, one.revision.slice(0, 12)) : "–") },
    { label: t("sha256"), show: (one) => h("span", { class: "mono", title: one.sha256 }, one.sha256.slice(0, 12)) },
    { label: t("fileLicence"), show: (one) => one.licence ?? "–" },
  ], list);
}

/** How the figures differ from before the last ingest. */
async function changes(last) {
  const title = h("h2", {}, t("changes"));
  if (!last) return [title, h("p", { class: "hint" }, t("noChanges"))];
  const since = new Date(new Date(last.startedAt).getTime() - 1).toISOString();
  const data = await ask(CHANGES, { since, until: new Date().toISOString() });
  const { nodes, totalCount } = data.changes;
  if (!nodes.length) return [title, h("p", {}, t("noChanges")), h("p", { class: "hint" }, t("noChangesAdvice"))];
  const before = (one) => one.evaluationBefore?.top1 ?? one.measurementBefore?.samplesPerSecond ?? null;
  const after = (one) => one.evaluationAfter?.top1 ?? one.measurementAfter?.samplesPerSecond ?? null;
  return [
    title,
    h("p", { class: "hint" }, t("changesHint"), " ", `${last.source.name}, ${instant(last.startedAt)}`),
    plainTable(t("changes"), [
      { label: t("what"), show: (one) => one.nameWritten },
      { label: t("series"), show: (one) => one.series },
      { label: t("short.size"), isNumber: true, show: (one) => one.imgSize },
      { label: t("change"), show: (one) => (hasText(`change.${one.change}`) ? t(`change.${one.change}`) : one.change) },
      { label: t("before"), isNumber: true, show: (one) => number(before(one), 3) },
      { label: t("after"), isNumber: true, show: (one) => number(after(one), 3) },
      { label: t("difference"), isNumber: true, show: (one) => (before(one) === null || after(one) === null ? "–" : signed(after(one) - before(one), 3)) },
    ], nodes),
    totalCount > nodes.length ? h("p", { class: "hint" }, t("andMore", { n: number(totalCount - nodes.length) })) : "",
  ];
}

function found(problems) {
  if (!problems.length) return card(t("problems"), h("p", {}, t("noProblems")), h("p", { class: "hint" }, t("noProblemsAdvice")));
  const byCode = new Map();
  for (const one of problems) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  return card(
    t("problems"),
    h("p", { class: "hint" }, t("problemsHint")),
    [...byCode].sort((a, b) => a[1].length - b[1].length).map(([code, list]) => h(
      "details",
      { class: "findings" },
      h("summary", {}, h("code", {}, code), ` (${number(list.length)})`),
      plainTable(code, [
        { label: t("text"), show: (one) => one.text },
        { label: t("file"), show: (one) => one.source.name },
        { label: t("line"), isNumber: true, show: (one) => number(one.line, 0) },
      ], list),
    )),
  );
}

function history({ nodes, totalCount }) {
  const holder = h("div", {});
  const draw = (list) => {
    const rest = nodes.length - list.length;
    holder.replaceChildren(
      ingestTable(list),
      rest ? h("button", { type: "button", class: "quiet wide", onclick: () => draw(nodes) }, t("showMore", { n: number(rest) })) : "",
      !rest && totalCount > nodes.length ? h("p", { class: "hint" }, t("andMore", { n: number(totalCount - nodes.length) })) : "");
  };
  draw(nodes.slice(0, FIRST_INGESTS));
  return card(t("ingests"), holder);
}

function ingestTable(list) {
  return plainTable(t("ingests"), [
    { label: t("file"), show: (one) => one.source.name },
    { label: t("finished"), show: (one) => [instant(one.finishedAt), one.isForced ? ` (${t("forced")})` : ""] },
    { label: t("added"), isNumber: true, show: (one) => number(one.addedCount) },
    { label: t("closed"), isNumber: true, show: (one) => number(one.closedCount) },
    { label: t("unchanged"), isNumber: true, show: (one) => number(one.unchangedCount) },
    { label: t("program"), show: (one) => one.programVersion },
  ], list);
}

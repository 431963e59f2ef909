// Where every page begins: the header, and the page that the address names.

import { h } from "./dom.js";
import { LANGUAGES, language, t } from "./language.js";
import { offered } from "./offers.js";

const PAGES = [
  { path: /^\/$/, module: "./pages/explore.js" },
  { path: /^\/models\/(.+)$/, module: "./pages/model.js" },
  { path: /^\/compare$/, module: "./pages/compare.js" },
  { path: /^\/trends$/, module: "./pages/trends.js" },
  { path: /^\/data$/, module: "./pages/data.js" },
  { path: /^\/sql-playground$/, module: "./pages/sql.js" },
];
const LINKS = [
  ["/", "nav.explore"],
  ["/compare", "nav.compare"],
  ["/trends", "nav.trends"],
  ["/data", "nav.data"],
  ["/sql-playground", "nav.sql"],
  [offered("graphiql"), "nav.graphiql"],
].filter(([path]) => path);

function remember(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}

function themeButton() {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => t(isDark() ? "toLight" : "toDark");
  const button = h("button", { type: "button", class: "quiet", onclick: () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    label();
  } });
  const label = () => {
    button.textContent = isDark() ? "☀" : "☾";
    button.setAttribute("aria-label", name());
    button.title = name();
  };
  label();
  return button;
}

function languageButton() {
  const other = language === "en" ? "ko" : "en";
  return h("button", { type: "button", class: "quiet", lang: other, onclick: () => {
    remember("language", other);
    location.reload();
  } }, LANGUAGES[other]);
}

function header() {
  const link = ([path, key]) => h("a", { href: path, "aria-current": location.pathname === path ? "page" : null }, t(key));
  return [
    h("a", { class: "skip", href: "#main" }, t("skip")),
    h("a", { class: "brand", href: "/" }, h("img", { src: "/static/icon.svg", alt: "", width: 26, height: 26 }), "backbonedb"),
    h("nav", { "aria-label": t("nav.label") }, LINKS.map(link)),
    h("div", { class: "settings" }, languageButton(), themeButton()),
  ];
}

document.getElementById("header").replaceChildren(...header());
const main = document.getElementById("main");
for (const { path, module } of PAGES) {
  const found = path.exec(location.pathname);
  if (found) {
    const { render } = await import(module);
    await render(main, ...found.slice(1).map(decodeURIComponent));
    break;
  }
}

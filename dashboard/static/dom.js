// Elements from text only. Nothing here parses HTML, so names and notes are always shown as text.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `on…` attributes listen, `true`/`false` set boolean ones, null children are left out. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "indeterminate") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link that leaves the server: only http(s) addresses become links. */
export function outside(address, ...text) {
  if (!/^https?:\/\//i.test(address ?? "")) return h("span", {}, ...text);
  return h("a", { href: address, rel: "noopener noreferrer external" }, ...text);
}

/** Address of a model's page. */
export const modelAddress = (name) => `/models/${encodeURIComponent(name)}`;

/** A link to a model's page. */
export function modelLink(name, text = name) {
  return h("a", { href: modelAddress(name) }, text);
}

/** Say something to screen readers. */
export function announce(text) {
  const region = document.getElementById("announcer");
  if (region.textContent !== text) region.textContent = text;
}

/** A function that gathers changes and hands them on together, before the next frame is painted. */
export function gathered(action) {
  let changes = null;
  return (more) => {
    if (!changes) {
      requestAnimationFrame(() => {
        const all = changes;
        changes = null;
        action(all);
      });
    }
    changes = { ...changes, ...more };
  };
}

/** Render `holder` anew; the control that had the focus, told by its place, has it again. */
export function keepingFocus(holder, render) {
  const controls = () => [...holder.querySelectorAll("a, button, input, select, summary")];
  const place = controls().indexOf(document.activeElement);
  render();
  if (place >= 0) controls()[place]?.focus();
}

const LEAST_WIDTH = 240;

/**
 * The width of a chart's place, pixels; `redraw(width)` is called when it changes. Measured then and
 * not when something is drawn: asking for it would make the browser lay out the page once more.
 */
export function widthOf(holder, redraw) {
  let width = Math.max(holder.clientWidth, LEAST_WIDTH);
  new ResizeObserver(([{ contentRect }]) => {
    const now = Math.max(contentRect.width, LEAST_WIDTH);
    if (now === width) return;
    width = now;
    redraw(width);
  }).observe(holder);
  return width;
}

/** Where a pointer is in an SVG whose view box is `width` wide. */
export function pointerIn(svg, event, width) {
  const box = svg.getBoundingClientRect();
  const factor = width / box.width;
  return [(event.clientX - box.left) * factor, (event.clientY - box.top) * factor];
}

/** A labelled form control. */
export function field(label, control, hint = null) {
  return h("label", { class: "field", title: hint }, h("span", { class: "field-label" }, label), control);
}

/** A select of [value, text] options, or of [group, options] groups. */
export function select(options, chosen, onchange, attributes = {}) {
  const option = ([value, text]) => h("option", { value, selected: String(value) === String(chosen) }, text);
  const element = h(
    "select",
    attributes,
    options.map((one) => (Array.isArray(one[1]) ? h("optgroup", { label: one[0] }, one[1].map(option)) : option(one))),
  );
  element.addEventListener("change", () => onchange(element.value));
  return element;
}

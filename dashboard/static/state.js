// What is chosen, in the address: a copied link shows the same view.

/**
 * Reads and writes the choices of a page. `defaults` are left out of the address; `complete(changes)`
 * adds what else changes with them.
 */
export class State {
  constructor(defaults, complete = (changes) => changes) {
    this.defaults = defaults;
    this.complete = complete;
    this.listeners = [];
    this.read();
    addEventListener("popstate", () => {
      const before = this.values;
      this.read();
      this.tell(Object.keys(before).filter((key) => String(before[key]) !== String(this.values[key])), true);
    });
  }

  read() {
    const query = new URLSearchParams(location.search);
    this.values = {};
    for (const [key, fallback] of Object.entries(this.defaults)) {
      this.values[key] = query.has(key) ? parsed(query.get(key), fallback) : fallback;
    }
  }

  get(key) {
    return this.values[key];
  }

  /** Change choices; a change that `replaces` makes no step of the browser's history. */
  set(choices, { replaces = false } = {}) {
    const changes = this.complete(choices);
    const changed = Object.keys(changes).filter((key) => String(changes[key]) !== String(this.values[key]));
    if (!changed.length) return;
    Object.assign(this.values, changes);
    const address = this.address();
    // The browser takes milliseconds to write an address: first the picture, then the address.
    requestAnimationFrame(() => setTimeout(() => history[replaces ? "replaceState" : "pushState"](null, "", address)));
    this.tell(changed);
  }

  /** Address of the present view. */
  address() {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(this.values)) {
      if (String(value) !== String(this.defaults[key])) query.set(key, Array.isArray(value) ? value.join(",") : value);
    }
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : "");
  }

  /** Call `listener` with the names of what changed, and whether the browser's history did it. */
  listen(listener) {
    this.listeners.push(listener);
  }

  tell(changed, isHistory = false) {
    for (const listener of this.listeners) listener(new Set(changed), isHistory);
  }
}

function parsed(text, fallback) {
  if (Array.isArray(fallback)) return text ? text.split(",") : [];
  if (typeof fallback === "boolean") return text === "true";
  return text;
}

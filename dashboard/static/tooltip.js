// What is said beside a mark of a chart.

import { h } from "./dom.js";

/** A box beside marks: put `element` into the chart's holder. */
export class Tooltip {
  constructor() {
    this.element = h("div", { class: "tooltip", hidden: true });
  }

  /** Show `content` beside the mark at (px, py) of a chart that is `width` pixels wide. */
  show(content, px, py, width) {
    const { element } = this;
    element.replaceChildren(content);
    element.hidden = false;
    const isRight = px > width / 2;
    element.style.left = isRight ? "auto" : `${Math.min(px + 14, width - 150)}px`;
    element.style.right = isRight ? `${width - px + 14}px` : "auto";
    element.style.top = `${Math.max(py - 30, 0)}px`;
  }

  hide() {
    this.element.hidden = true;
  }

  /** What it says, for screen readers. */
  get text() {
    return this.element.innerText;
  }
}

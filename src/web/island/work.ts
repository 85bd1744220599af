import { headOf } from "./digest.ts";

/** How long a slice of the work lasts, and the pause after it, in milliseconds: typing must not be held up. */
const SLICE = 12;
const PAUSE = 8;

/**
 * Does a little work for the form around it once somebody begins to fill it in: finds a number whose hash with the form's
 * signature begins with zero bits. It costs a person nothing and a flood of forms a lot. Without it the form works as well.
 */
class Work extends HTMLElement {
  connectedCallback(): void {
    this.closest("form")?.addEventListener("input", () => this.#slice(0), { once: true });
  }

  #slice(from: number): void {
    const field = this.querySelector("input");
    const bits = Number(this.dataset["bits"]);
    const end = performance.now() + SLICE;
    let number = from;
    do {
      if (Math.clz32(headOf(`${this.dataset["on"]}:${number}`)) >= bits) {
        if (field) field.value = String(number);
        return;
      }
      number += 1;
    } while (number % 64 !== 0 || performance.now() < end);
    setTimeout(() => this.#slice(number), PAUSE);
  }
}
customElements.define("atlas-work", Work);

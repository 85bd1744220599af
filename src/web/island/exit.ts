/**
 * "Leave this site quickly": replaces the page, so that Back does not lead here again.
 * Without script the link still leads away. Escape pressed three times does the same.
 */
class Exit extends HTMLElement {
  #presses: number[] = [];

  connectedCallback(): void {
    const link = this.querySelector("a");
    if (!link) return;
    const leave = (event: Event) => {
      event.preventDefault();
      document.body.hidden = true;
      location.replace(link.href);
    };
    link.addEventListener("click", leave);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const now = Date.now();
      this.#presses = [...this.#presses.filter((time) => now - time < 2000), now];
      if (this.#presses.length >= 3) leave(event);
    });
  }
}
customElements.define("atlas-exit", Exit);

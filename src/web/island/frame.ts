/** Tells the page around an embedded figure how high the figure is. */
class Frame extends HTMLElement {
  connectedCallback(): void {
    if (parent === window) return;
    new ResizeObserver(() => parent.postMessage({ atlasHeight: Math.ceil(this.getBoundingClientRect().bottom + scrollY) + 8 }, "*")).observe(this);
  }
}
customElements.define("atlas-frame", Frame);

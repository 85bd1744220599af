/** Reads the points of a picture out: arrow keys go from point to point and from series to series, a pointer finds the nearest. */
class Readout extends HTMLElement {
  connectedCallback(): void {
    const svg = this.querySelector("svg");
    if (!svg || this.querySelector("output")) return;
    const series = [...new Set([...svg.querySelectorAll(".pt")].map((point) => point.parentElement))].map((group) => [
      ...(group?.querySelectorAll<SVGGElement>(".pt") ?? []),
    ]);
    if (series.length === 0) return;
    const out = document.createElement("output");
    out.textContent = this.dataset["hint"] ?? "";
    this.append(out);
    this.tabIndex = 0;
    this.role = "group";
    this.ariaLabel = `${svg.querySelector("title")?.textContent}. ${out.textContent}`;
    let line = 0;
    let at = -1;
    const show = (): void => {
      for (const old of svg.querySelectorAll(".on")) old.classList.remove("on");
      const point = series[line]?.[at];
      point?.classList.add("on");
      out.textContent = point?.querySelector("title")?.textContent ?? "";
    };
    this.onkeydown = (event) => {
      const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      if (!step) return;
      event.preventDefault();
      line = (line + (step[0] ?? 0) + series.length) % series.length;
      at = Math.min(Math.max(at + (step[1] ?? 0), 0), (series[line]?.length ?? 1) - 1);
      show();
    };
    svg.onpointermove = (event) => {
      let best = 900;
      series.forEach((points, row) => {
        points.forEach((point, index) => {
          const box = point.getBoundingClientRect();
          const far = (box.x + box.width / 2 - event.clientX) ** 2 + (box.y + box.height / 2 - event.clientY) ** 2;
          if (far < best) [best, line, at] = [far, row, index];
        });
      });
      if (best < 900) show();
    };
  }
}
customElements.define("atlas-readout", Readout);

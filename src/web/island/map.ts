/** What the map's script needs to know of one link. */
interface Spot {
  readonly link: SVGAElement;
  readonly name: string;
  readonly code: string;
  readonly at: [number, number] | null;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Fingers neither point nor press arrow keys: they are given other words. */
const TOUCH = matchMedia("(hover: none)");

/**
 * Adds to the world map: a read-out of name and answer, movement by arrow keys and letters, zoom and
 * dragging, and a legend that fades the other answers. The map is complete without it.
 */
class AtlasMap extends HTMLElement {
  #svg!: SVGSVGElement;
  #here!: SVGGElement;
  #out!: HTMLOutputElement;
  #spots: Spot[] = [];
  #middles: Promise<Map<string, [number, number]>> | null = null;
  #full: number[] = [];
  #view: number[] = [];

  connectedCallback(): void {
    const svg = this.querySelector<SVGSVGElement>("figure > svg");
    if (!svg || this.#svg) return;
    this.#svg = svg;
    this.#full = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
    this.#view = this.#full;
    this.#here = document.createElementNS(svg.namespaceURI, "g") as SVGGElement;
    this.#here.setAttribute("class", "here");
    svg.append(this.#here);
    for (const link of svg.querySelectorAll<SVGAElement>("a")) this.#spots.push(spot(link));
    svg.removeAttribute("aria-hidden");
    svg.setAttribute("role", "group");
    this.#spots[0]?.link.setAttribute("tabindex", "0");
    this.#bar();
    this.#legend();
    svg.addEventListener("pointerover", (event) => this.#show(this.#spot(event)));
    svg.addEventListener("pointerleave", () => this.#show(this.#spots.find(({ link }) => link === document.activeElement)));
    svg.addEventListener("focusin", (event) => this.#show(this.#spot(event)));
    svg.addEventListener("focusout", () => this.#show());
    svg.addEventListener("keydown", (event) => void this.#key(event));
    this.#drag();
  }

  #spot(event: Event): Spot | undefined {
    const link = (event.target as Element).closest("a");
    return this.#spots.find((one) => one.link === (link as Element | null));
  }

  #show(one?: Spot): void {
    this.#out.value = one?.name ?? this.dataset[TOUCH.matches ? "tap" : "hint"] ?? "";
    this.#here.replaceChildren(...[...(one?.link.children ?? [])].map((child) => child.cloneNode()));
  }

  #go(one: Spot | undefined): void {
    if (!one) return;
    for (const { link } of this.#spots) link.setAttribute("tabindex", link === one.link ? "0" : "-1");
    one.link.focus({ preventScroll: true });
  }

  async #key(event: KeyboardEvent): Promise<void> {
    const from = this.#spot(event);
    const way = ARROWS[event.key];
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    if (way) {
      event.preventDefault();
      const middles = await this.#points();
      const at = (one: Spot): [number, number] => one.at ?? middles.get(one.code) ?? [0, 0];
      const to = nearest(this.#spots, from, way, at);
      this.#go(to);
      if (to && this.#view !== this.#full) this.#look(this.#view[2] ?? 0, at(to));
    } else if (event.key === "Escape") this.#look(this.#full[2] ?? 0);
    else if (/^\p{L}$/u.test(event.key)) {
      const sorted = [...this.#spots].sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang));
      const start = sorted.indexOf(from) + 1;
      this.#go([...sorted.slice(start), ...sorted].find(({ name }) => plain(name).startsWith(plain(event.key))));
    }
  }

  /** Middles of the shapes, which only the sprite knows; the browser has it in its cache. */
  #points(): Promise<Map<string, [number, number]>> {
    const sprite = this.#svg.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? "";
    this.#middles ??= fetch(sprite)
      .then((answer) => answer.text())
      .then((text) => new Map([...text.matchAll(/id="m-(\w+)" data-c="(\d+) (\d+)"/g)].map(([, code, x, y]) => [code ?? "", [Number(x), Number(y)]])));
    return this.#middles;
  }

  #bar(): void {
    const bar = document.createElement("div");
    bar.className = "map-bar";
    this.#out = document.createElement("output");
    // The focused link is read aloud by itself; the read-out is for the eye.
    this.#out.setAttribute("aria-live", "off");
    bar.append(this.#out);
    for (const [sign, label, factor] of [
      ["+", this.dataset.in, 0.5],
      ["−", this.dataset.out, 2],
      ["⤢", this.dataset.all, 99],
    ] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.ariaLabel = button.title = label ?? "";
      button.onclick = () => this.#look((this.#view[2] ?? 0) * factor);
      bar.append(button);
    }
    this.#svg.after(bar);
    this.#show();
  }

  /** Shows a part of the world of this width around a point (else around the present middle). */
  #look(width: number, point?: readonly [number, number]): void {
    const [, , fullWidth = 0, fullHeight = 0] = this.#full;
    const [x = 0, y = 0, w = 0, h = 0] = this.#view;
    const [cx, cy] = point ?? [x + w / 2, y + h / 2];
    const wide = Math.min(fullWidth, Math.max(fullWidth / 16, width));
    const high = (wide / fullWidth) * fullHeight;
    const within = (value: number, end: number): number => Math.max(0, Math.min(end, value));
    this.#view = wide === fullWidth ? this.#full : [within(cx - wide / 2, fullWidth - wide), within(cy - high / 2, fullHeight - high), wide, high];
    this.#svg.setAttribute("viewBox", this.#view.join(" "));
    this.#svg.toggleAttribute("data-near", wide < fullWidth);
  }

  #drag(): void {
    let last: PointerEvent | null = null;
    let moved = 0;
    this.#svg.addEventListener("dragstart", (event) => event.preventDefault());
    this.#svg.addEventListener("pointerdown", (event) => {
      moved = 0;
      last = this.#view === this.#full ? null : event;
    });
    window.addEventListener("pointerup", () => {
      last = null;
    });
    this.#svg.addEventListener("pointermove", (event) => {
      if (!last) return;
      const [x = 0, y = 0, w = 0, h = 0] = this.#view;
      const scale = w / this.#svg.clientWidth;
      moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
      this.#look(w, [x + w / 2 - (event.clientX - last.clientX) * scale, y + h / 2 - (event.clientY - last.clientY) * scale]);
      last = event;
    });
    // A drag that ends on a place must not open it.
    this.#svg.addEventListener("click", (event) => moved > 6 && event.preventDefault(), true);
  }

  #legend(): void {
    const chosen = new Set<string>();
    for (const item of this.querySelectorAll<HTMLLIElement>(".legend > li")) {
      const shade = item.dataset.s ?? "";
      const button = document.createElement("button");
      button.type = "button";
      button.ariaPressed = "false";
      button.append(...item.childNodes);
      item.append(button);
      button.onclick = () => {
        if (!chosen.delete(shade)) chosen.add(shade);
        button.ariaPressed = String(chosen.has(shade));
        for (const group of this.#svg.querySelectorAll("g[class^=s-]")) {
          group.classList.toggle("faded", chosen.size > 0 && !chosen.has(group.classList[0] ?? ""));
        }
      };
    }
  }
}

/** Takes name, code and point from a link. Its title becomes a label, so that no tooltip covers the map. */
function spot(link: SVGAElement): Spot {
  const title = link.querySelector("title");
  const name = title?.textContent ?? "";
  title?.remove();
  link.setAttribute("aria-label", name);
  const code = link.querySelector("use")?.getAttribute("href")?.split("#m-")[1] ?? "";
  const circle = link.querySelector("circle");
  return { link, name, code, at: circle && [circle.cx.baseVal.value, circle.cy.baseVal.value] };
}

/** The place that lies next in this direction; what lies aside counts as farther away. */
function nearest(spots: readonly Spot[], from: Spot, [wx, wy]: readonly [number, number], at: (one: Spot) => [number, number]): Spot | undefined {
  const [x, y] = at(from);
  let best: Spot | undefined;
  let least = Infinity;
  for (const one of spots) {
    const [dx, dy] = [at(one)[0] - x, at(one)[1] - y];
    const along = dx * wx + dy * wy;
    const aside = Math.abs(dx * wy) + Math.abs(dy * wx);
    const far = along + 2 * aside;
    if (along > 0 && aside <= along * 1.5 && far < least) [best, least] = [one, far];
  }
  return best;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

customElements.define("atlas-map", AtlasMap);

/** Milliseconds of quiet before the page of a day is asked for. */
const CALM = 200;

/**
 * Turns the choice of a day into a slider. The page of the day takes the place of this one around the slider, which keeps the
 * focus and its place on the screen. Without script, or without an answer, the form leads there.
 */
class Slider extends HTMLElement {
  #timer = 0;
  #asked: AbortController | null = null;

  connectedCallback(): void {
    const form = this.querySelector("form");
    const select = this.querySelector("select");
    if (!form || !select || this.querySelector("output")) return;
    const range = document.createElement("input");
    const day = document.createElement("output");
    const news = document.createElement("output");
    range.type = "range";
    range.id = "slide";
    range.max = String(select.length - 1);
    range.value = String(select.selectedIndex);
    day.ariaLive = "off";
    news.className = "hide";
    const show = (): string => {
      select.selectedIndex = Number(range.value);
      day.value = range.ariaValueText = select.selectedOptions[0]?.text ?? "";
      return day.value;
    };
    show();
    for (const label of form.querySelectorAll("label")) label.htmlFor = range.id;
    select.hidden = true;
    for (const button of form.querySelectorAll("button")) button.hidden = true;
    select.after(range, day, news);
    range.oninput = () => {
      show();
      clearTimeout(this.#timer);
      this.#asked?.abort();
      this.#timer = window.setTimeout(() => void this.#turn(form, news), CALM);
    };
    form.onsubmit = (event) => event.preventDefault();
  }

  async #turn(form: HTMLFormElement, news: HTMLOutputElement): Promise<void> {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value);
    const query = new URLSearchParams(fields).toString();
    const address = form.action + (query && `?${query}`);
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const twin = page.querySelector("atlas-slider");
      if (!twin) throw new Error(address);
      if (asked.signal.aborted) return;
      const top = this.getBoundingClientRect().top;
      const nodes = [...(twin.parentNode?.childNodes ?? [])] as ChildNode[];
      const place = nodes.indexOf(twin);
      for (const old of [...(this.parentNode?.childNodes ?? [])]) if (old !== this) old.remove();
      this.before(...nodes.slice(0, place));
      this.after(...nodes.slice(place + 1));
      for (const part of [".tools", "footer"]) document.querySelector(part)?.replaceWith(page.querySelector(part) ?? "");
      document.title = page.title;
      history.replaceState(null, "", address);
      scrollBy({ top: this.getBoundingClientRect().top - top, behavior: "instant" });
      const rows = [...document.querySelectorAll(".counts tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent).join(" "));
      news.value = `${form.querySelector("output")?.value}: ${rows.join(", ")}`;
    } catch {
      if (!asked.signal.aborted) location.assign(address);
    }
  }
}
customElements.define("atlas-slider", Slider);

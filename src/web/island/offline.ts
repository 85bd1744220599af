/** The same name as in host/offline.ts. */
const NAME = "atlas-offline";

/** What the page says of one copy. */
interface Copy {
  readonly url: URL;
  readonly title: string;
  readonly kept: Date;
  readonly bytes: number;
}

/**
 * Copies of chosen pages on the reader's device. Nothing is stored and no worker is registered before the button is pressed;
 * "delete" takes away the copies and the worker. Without script the element says that it needs it.
 */
class Offline extends HTMLElement {
  connectedCallback(): void {
    if (!("serviceWorker" in navigator) || !("caches" in globalThis)) {
      this.#say("unable");
      return;
    }
    for (const one of this.querySelectorAll<HTMLElement>("[data-without]")) one.hidden = true;
    for (const one of this.querySelectorAll<HTMLElement>("[data-with]")) one.hidden = false;
    this.#button("keep").addEventListener("click", () => void this.#keep());
    this.#button("delete").addEventListener("click", () => void this.#delete());
    void this.#list();
  }

  async #keep(): Promise<void> {
    const chosen = [...this.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked")].map(({ value }) => new URL(value, location.href));
    const also = this.querySelector<HTMLInputElement>("input[name=also]")?.value.trim();
    if (also) {
      const url = URL.canParse(also, location.origin) ? new URL(also, location.origin) : null;
      if (url?.origin !== location.origin || !/^\/[a-z]{2}(?:\/|$)/.test(url.pathname)) return this.#say("foreign");
      url.hash = "";
      chosen.push(url);
    }
    if (chosen.length === 0) return this.#say("nothing");
    this.#say("working");
    try {
      await navigator.serviceWorker.register("/offline.js", { scope: "/" });
    } catch {
      return this.#say("unable");
    }
    const list = new URL(this.dataset.list ?? "", location.href);
    let failed = 0;
    for (const url of new Set([list.href, ...chosen.map(({ href }) => href)])) failed += (await this.#copy(url)) ? 0 : 1;
    await this.#list();
    this.#say(failed > 0 ? "failed" : "done");
  }

  /** Keeps a page with the style, script and drawings that it names. False when it could not be had. */
  async #copy(url: string): Promise<boolean> {
    try {
      const answer = await fetch(url);
      if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/html")) return false;
      const html = await answer.text();
      const copies = await caches.open(NAME);
      for (const file of new Set(["/icon.svg", ...(html.match(/\/asset\/[\w.-]+/g) ?? [])])) if (!(await copies.match(file))) await copies.add(file);
      // The headers stay, and with them the policy of the page; the body is no longer compressed.
      const headers = new Headers(answer.headers);
      headers.delete("content-encoding");
      headers.delete("content-length");
      const now = new Date();
      headers.set("x-kept", now.toISOString());
      headers.set("x-title", encodeURIComponent(new DOMParser().parseFromString(html, "text/html").title));
      headers.set("x-line", encodeURIComponent((this.dataset.line ?? "").replace("%", this.#date(now))));
      headers.set("x-lacking", encodeURIComponent(this.dataset.lacking ?? ""));
      await copies.put(url, new Response(html, { headers }));
      return true;
    } catch {
      return false;
    }
  }

  async #delete(): Promise<void> {
    await caches.delete(NAME);
    await this.#unregister();
    await this.#list();
    this.#say("deleted");
  }

  async #unregister(): Promise<void> {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  }

  /** Shows what is kept, with its day and size. Looking does not make a store. */
  async #list(): Promise<void> {
    const pages: Copy[] = [];
    let files = 0;
    if (await caches.has(NAME)) {
      const copies = await caches.open(NAME);
      for (const request of await copies.keys()) {
        const answer = await copies.match(request);
        if (!answer) continue;
        const kept = answer.headers.get("x-kept");
        const bytes = (await answer.arrayBuffer()).byteLength;
        if (kept) pages.push({ url: new URL(request.url), title: decodeURIComponent(answer.headers.get("x-title") ?? ""), kept: new Date(kept), bytes });
        else files += bytes;
      }
    }
    // A worker without copies has nothing to answer with, as when the browser has cleared them or none could be fetched.
    if (pages.length === 0) await this.#unregister();
    const rows = pages.map(({ url, title, kept, bytes }) => this.#row(title, url, this.#date(kept), bytes));
    if (files > 0) rows.push(this.#row(this.dataset.files ?? "", null, "", files));
    this.querySelector("tbody")?.replaceChildren(...rows);
    for (const one of this.querySelectorAll<HTMLElement>("[data-some]")) one.hidden = rows.length === 0;
    for (const one of this.querySelectorAll<HTMLElement>("[data-none]")) one.hidden = rows.length > 0;
  }

  #row(title: string, url: URL | null, kept: string, bytes: number): HTMLTableRowElement {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    if (url) {
      const link = document.createElement("a");
      link.href = url.href;
      link.textContent = title;
      head.append(link);
    } else head.textContent = title;
    const size = new Intl.NumberFormat(this.dataset.tag, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1000));
    row.append(head, ...[kept, size].map((text) => this.#cell(text)));
    return row;
  }

  #cell(text: string): HTMLTableCellElement {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  }

  #date(day: Date): string {
    return new Intl.DateTimeFormat(this.dataset.tag, { dateStyle: "long", timeStyle: "short" }).format(day);
  }

  #button(name: string): HTMLButtonElement {
    return this.querySelector(`button[name=${name}]`) as HTMLButtonElement;
  }

  /** Shows one of the messages that stand in the page. */
  #say(name: string): void {
    const line = this.querySelector("[role=status]");
    if (line) line.textContent = this.dataset[name] ?? "";
  }
}
customElements.define("atlas-offline", Offline);

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 120;
let lists = 0;

/**
 * Type-ahead around a plain search form: a combobox with a list box, as the ARIA patterns describe it.
 * Without script, without an answer or with Escape the form stays what it is.
 * Attributes: `data-lang` language of the suggestions, `data-label` name of the list.
 */
class Search extends HTMLElement {
  #list = document.createElement("ul");
  #input: HTMLInputElement | null = null;
  #timer = 0;
  #asked: AbortController | null = null;
  #active = -1;

  connectedCallback(): void {
    const input = this.querySelector("input");
    // A question at every pause costs data that some readers wish to save; the form works without.
    const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
    if (!input || this.#input || connection?.saveData) return;
    this.#input = input;
    const list = this.#list;
    lists += 1;
    list.id = `suggestions-${lists}`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.dataset["label"] ?? "");
    input.after(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => {
      this.#stop();
      this.#timer = window.setTimeout(() => void this.#ask(), PAUSE);
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    // The pointer must not take the focus away before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest<HTMLElement>("[role=option]");
      if (option) this.#go(option);
    });
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#asked = null;
  }

  async #ask(): Promise<void> {
    const words = this.#input?.value.trim() ?? "";
    if (words.length < 2) return this.#close();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const query = new URLSearchParams({ q: words, lang: this.dataset["lang"] ?? "en" });
      const answer = await fetch(`/api/suggest?${query}`, { signal: asked.signal });
      if (!answer.ok) return this.#close();
      const { items } = (await answer.json()) as { items: Item[] };
      if (this.#asked === asked && document.activeElement === this.#input) this.#show(items);
    } catch {
      // Asked again, or no answer: the form still works.
      if (this.#asked === asked) this.#close();
    }
  }

  #show(items: readonly Item[]): void {
    this.#list.replaceChildren(
      ...items.map(({ kind, id, title }, index) => {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset["kind"] = kind;
        option.dataset["path"] = `${kind === "treaty" ? "treaties" : `${kind}s`}/${encodeURIComponent(id)}`;
        option.textContent = title;
        return option;
      }),
    );
    this.#mark(-1);
    this.#open(items.length > 0);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#input?.setAttribute("aria-expanded", String(open));
  }

  #close(): void {
    this.#stop();
    this.#mark(-1);
    this.#open(false);
  }

  #mark(index: number): void {
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute("aria-selected", String(at === index));
    const option = this.#list.children[index];
    if (option) this.#input?.setAttribute("aria-activedescendant", option.id);
    else this.#input?.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #go(option: HTMLElement): void {
    location.assign(`/${this.dataset["lang"] ?? "en"}/${option.dataset["path"] ?? ""}`);
  }

  #key(event: KeyboardEvent): void {
    // Enter and arrows choose characters while a word is being composed, as in Japanese.
    if (event.isComposing) return;
    const count = this.#list.children.length;
    const open = !this.#list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      this.#close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are options: the text field itself.
      const next = ((this.#active + 1 + step + count + 1) % (count + 1)) - 1;
      this.#open(true);
      this.#mark(next);
    } else if (event.key === "Enter" && open) {
      const option = this.#list.children[this.#active];
      if (!(option instanceof HTMLElement)) return;
      event.preventDefault();
      this.#go(option);
    }
  }
}
customElements.define("atlas-search", Search);

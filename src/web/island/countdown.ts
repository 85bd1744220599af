/** Milliseconds between two looks at the clock. */
const MINUTE = 60_000;
const STEPS: ReadonlyArray<readonly [unit: Intl.RelativeTimeFormatUnit, length: number]> = [
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/** Says when a last day ends on the reader's own clock, and how long that is from now. Without script the days left stand on the page. */
class Countdown extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const until = Date.parse(this.dataset["until"] ?? "");
    if (Number.isNaN(until)) return;
    const lang = document.documentElement.lang;
    const date = new Intl.DateTimeFormat(lang === "ar" ? "ar-u-nu-latn" : lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeStyle: "short" });
    const from = new Intl.RelativeTimeFormat(lang === "ar" ? "ar-u-nu-latn" : lang);
    const show = (): void => {
      const rest = until - Date.now();
      const [unit, length] = STEPS.find(([, one]) => Math.abs(rest) >= one) ?? (["minute", MINUTE] as const);
      this.textContent = `${this.dataset["words"]} ${date.format(until)} (${from.format(Math.trunc(rest / length), unit)}).`;
    };
    show();
    this.#timer = window.setInterval(show, MINUTE);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}
customElements.define("atlas-countdown", Countdown);

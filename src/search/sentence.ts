/** Texts as sentences; empty ones left out. */
export function sentences(...texts: readonly string[]): string[] {
  return texts.filter(Boolean).map((text) => (/[.!?…。？！।]$/.test(text) ? text : `${text}.`));
}

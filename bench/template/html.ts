const SPECIAL = /[&<>"']/;
const ALL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML, in content and in quoted attributes. */
export function esc(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL, (character) => ENTITIES[character] ?? character) : text;
}

/** The parts of a list, one after the other. */
export function each<T>(items: readonly T[], part: (item: T, index: number) => string): string {
  let html = "";
  for (let index = 0; index < items.length; index += 1) html += part(items[index] as T, index);
  return html;
}

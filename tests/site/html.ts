const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Text without the escapes that HTML needs. */
export function plain(html: string): string {
  if (!html.includes("&")) return html;
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The words of a piece of HTML, spaces as one; icons that are hidden from readers of the screen are left out. */
export function words(html: string): string {
  return plain(html.replace(/<i aria-hidden="true">.*?<\/i>/g, "").replace(/<[^>]+>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** The element that starts at this place, its own tags included. */
export function elementAt(html: string, start: number): string {
  const name = /^<([a-z][a-z0-9-]*)/.exec(html.slice(start, start + 40))?.[1] ?? "";
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, "g");
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(start, tags.lastIndex);
  }
  throw new Error(`The element <${name}> is not closed.`);
}

/** The element with this id; empty when there is none. */
export function byId(html: string, id: string): string {
  const at = html.indexOf(` id="${id}"`);
  return at < 0 ? "" : elementAt(html, html.lastIndexOf("<", at));
}

/** The main part of a page. */
export function mainOf(html: string): string {
  return elementAt(html, html.indexOf("<main"));
}

/** The rows of the first table in a piece of HTML, without its head. */
export function rowsOf(html: string): string[] {
  const body = html.indexOf("<tbody>");
  return body < 0 ? [] : elementAt(html, body).split("<tr>").slice(1);
}

/** Every value of an attribute, or of several whose names are divided by “|”. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s(?:${name})="([^"]*)"`, "g"))].map((found) => plain(found[1] ?? ""));
}

/** The words of every answer that is drawn as a chip. */
export function chips(html: string): string[] {
  return [...html.matchAll(/<span class="chip [^>]*>(.*?)<\/span>/g)].map((found) => words(found[1] ?? ""));
}

/** The identifiers of a kind of record that a piece of HTML links to, each once. */
export function linked(html: string, locale: string, kind: string): Set<string> {
  const start = `/${locale}/${kind}/`;
  return new Set(
    attributes(html, "href")
      .filter((href) => href.startsWith(start))
      .map((href) => href.slice(start.length).replace(/[?#].*$/, "")),
  );
}

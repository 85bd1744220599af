const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** A page of ours as plain text: headings, paragraphs and lists on lines of their own, footnotes by number, addresses of sources behind their names. */
export function plainText(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  const text = main
    .replace(/\s+/g, " ")
    .replace(/<a href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/g, "$2 &lt;$1&gt;")
    .replace(/<ol[^>]*>(.*?)<\/ol>/g, (_, items: string) => numbered(items))
    .replace(/<li[^>]*>/g, "\n- ")
    .replace(/<br ?\/?>/g, "\n  ")
    .replace(/<h1[^>]*>/g, "\n\n")
    .replace(/<h[23][^>]*>/g, "\n\n")
    .replace(/<\/h[1-3]>/g, "\n")
    .replace(/<(?:p|ul|div)(?: [^>]*)?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  const lines = text.split("\n").map((line) => line.trimEnd().replace(/^ (?! )/, ""));
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** The items of a numbered list; footnotes keep the brackets in which the text names them. */
function numbered(items: string): string {
  let count = 0;
  return items.replace(/<li([^>]*)>/g, (_, attributes: string) => {
    count += 1;
    return attributes.includes('id="n') ? `\n[${count}] ` : `\n${count}. `;
  });
}

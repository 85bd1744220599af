import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { MethodHeading, MethodText } from "./text.ts";

/** Set before the id of a heading, so that it never is one of the page around it. */
const PREFIX = "m-";

/** A link from one text on method to another, from the English folder or from that of a translation. */
const SIBLING = /^(?:\.\/|\.\.\/)*(?:methods\/)?(?:[a-z]{2}\/)?([a-z0-9-]+)\.md(#.*)?$/;

const SCHEMA = {
  ...defaultSchema,
  clobberPrefix: PREFIX,
  attributes: { ...defaultSchema.attributes, table: [["className", "data"]], th: [["scope", "col"]], td: ["dataHead"] } as typeof defaultSchema.attributes,
};

/**
 * Renders a text on method: its first heading is the title, the rest is HTML in which only harmless elements are left.
 * Links to other texts on method become bare slugs; links to other files of the project lose their address and keep
 * their words. Throws when the text does not begin with a title.
 */
export async function renderMethod(markdown: string): Promise<Pick<MethodText, "title" | "headings" | "html">> {
  const found: { title: string; headings: MethodHeading[] } = { title: "", headings: [] };
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSlug)
    .use(() => (tree: Root) => {
      found.title = takeTitle(tree);
      for (const one of elementsOf(tree)) {
        if (one.tagName === "h2") found.headings.push({ id: `${PREFIX}${String(one.properties["id"])}`, text: wordsOf(one) });
        if (one.tagName === "a") readdress(one);
        if (one.tagName === "table") label(one);
      }
    })
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeStringify)
    .process(markdown);
  if (found.title === "") throw new Error("A text on method has no title: begin it with a line such as “# Title”.");
  return { ...found, html: escapeBare(String(file).trim()) };
}

/** A bare `>` is valid HTML and looks like a mistake to whoever checks it. */
function escapeBare(html: string): string {
  return html.replace(/(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)|>/g, (_, tag?: string) => tag ?? "&gt;");
}

function takeTitle(tree: Root): string {
  const at = tree.children.findIndex((one) => one.type === "element" && one.tagName === "h1");
  const heading = tree.children[at];
  if (heading?.type !== "element") return "";
  tree.children.splice(at, 1);
  return wordsOf(heading);
}

function readdress(link: Element): void {
  const href = String(link.properties["href"] ?? "");
  if (/^(?:https?:\/\/|#)/.test(href)) return;
  const sibling = href.includes("decisions/") ? null : SIBLING.exec(href);
  if (sibling) link.properties["href"] = `${sibling[1]}${sibling[2] ? `#${PREFIX}${sibling[2].slice(1)}` : ""}`;
  else {
    link.tagName = "span";
    link.properties = {};
  }
}

/** Gives each cell the heading of its column, which stands before it on a narrow screen. */
function label(table: Element): void {
  table.properties["className"] = ["data"];
  const heads: string[] = [];
  for (const row of elementsOf(table).filter(({ tagName }) => tagName === "tr")) {
    row.children
      .filter((cell): cell is Element => cell.type === "element")
      .forEach((cell, column) => {
        if (cell.tagName === "th") {
          heads[column] = wordsOf(cell);
          cell.properties = { scope: "col" };
        } else cell.properties = heads[column] ? { dataHead: heads[column] } : {};
      });
  }
}

function elementsOf(node: Root | Element): Element[] {
  return node.children.flatMap((one: RootContent | ElementContent) => (one.type === "element" ? [one, ...elementsOf(one)] : []));
}

function wordsOf(node: Element): string {
  return node.children.map((one) => (one.type === "text" ? one.value : one.type === "element" ? wordsOf(one) : "")).join("");
}

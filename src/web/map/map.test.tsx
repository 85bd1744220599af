import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import en from "../message/en/map.json" with { type: "json" };
import fr from "../message/fr/map.json" with { type: "json" };
import { type Fill, WorldMap } from "./map.tsx";
import { buildSprite } from "./shapes.ts";
import { maskOf, SHADES, type Shade, shadeClass } from "./standing.ts";

const { places } = buildSprite();

function draw(fills: ReadonlyMap<string, Fill>): string {
  return String(
    <WorldMap
      id="world"
      sprite="/asset/map.svg"
      places={places}
      fills={fills}
      title="Title"
      description="Description"
      legend={[
        { standing: "no", label: "no", count: "1" },
        { standing: "partial", label: "partly" },
      ]}
      list="#answers"
      spared=""
      t={(key) => key}
    />,
  );
}

function fill(standing: Shade, label = "Place: answer", href = "/en/jurisdictions/BR"): Fill {
  return { standing, label, href };
}

/** The class of the group that holds the link to this address. */
function shadeAt(svg: string, href: string): string | undefined {
  return [...svg.slice(0, svg.indexOf(`"${href}"`)).matchAll(/<g class="([^"]+)"/g)].at(-1)?.[1];
}

describe("world map", () => {
  test("every place can be chosen, as a shape or as a circle, once", () => {
    const all = new Map(Object.keys(places).map((code) => [code, fill("yes", code, `/en/jurisdictions/${code}`)]));
    const links = [...draw(all).matchAll(/<a href="\/en\/jurisdictions\/(..)" tabindex="-1">/g)].map((match) => match[1]);
    expect(links.sort()).toEqual(Object.keys(places).sort());
  });

  test.each(SHADES)("%s has a class of its own, for shapes and for circles", (shade) => {
    const svg = draw(
      new Map([
        ["BR", fill(shade, "Brazil", "/br")],
        ["MT", fill(shade, "Malta", "/mt")],
      ]),
    );
    expect(shadeAt(svg, "/br")).toBe(shadeClass(shade));
    expect(shadeAt(svg, "/mt")).toBe(shadeClass(shade));
    const mask = maskOf("world", shade);
    if (mask) expect(svg.split(`mask="url(#${mask})"`).length).toBeGreaterThan(2);
  });

  test("what is not coded, not known or not said is never drawn as a no", () => {
    for (const shade of SHADES) if (shade !== "no") expect(shadeClass(shade)).not.toBe(shadeClass("no"));
    const svg = draw(new Map([["BR", fill("not-coded", "Brazil", "/br")]]));
    expect(svg).not.toContain('<g class="s-no"');
    expect(svg).toContain('<use href="/asset/map.svg#m-AR"/>');
    expect(shadeAt(svg, "/asset/map.svg#m-AR")).toBe("land");
  });

  test("links to the list, hides the drawing until the script has made it usable by keyboard, escapes what it is given", () => {
    const svg = draw(new Map([["BR", fill("yes", 'A & "B" <c>', "/br?a=1&b=2")]]));
    expect(svg).toContain('<a href="#answers">map.list</a>');
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).toContain('href="/br?a=1&amp;b=2"');
    expect(svg).toContain("<title>A &amp; &quot;B&quot; &lt;c&gt;</title>");
    expect(svg).not.toContain(" style=");
  });

  test("codes without a place are left to the list", () => {
    expect(draw(new Map([["EU", fill("yes", "European Union", "/eu")]]))).not.toContain("/eu");
  });

  test("a full map weighs less than 4 kB compressed", () => {
    const all = new Map(Object.keys(places).map((code, index) => [code, fill(SHADES[index % 5] ?? "no", code, `/en/jurisdictions/${code}`)]));
    expect(brotliCompressSync(draw(all)).length).toBeLessThan(4_000);
  });

  test("both languages have the same messages", () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
  });
});

import fc from "fast-check";
import { raw } from "hono/html";
import { jsx as original } from "hono/jsx";
import { describe, expect, test } from "vitest";
import { escapeText, render } from "./render.ts";

const Text = ({ text }: { text: string }) => <p title={text}>{text}</p>;

describe("what TSX becomes", () => {
  test("no text and no attribute value can open a tag, end a quote or begin an entity", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("<script>", '"><img src=x>', "'", "&lt;", "]]>", "-->")), (text) => {
        const html = render(Text, { text });
        const inner = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(html);
        expect(inner).not.toBeNull();
        for (const part of [inner?.[1] ?? "", inner?.[2] ?? ""]) {
          expect(part).not.toMatch(/[<>"']/);
          expect(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&")).toBe(text);
        }
      }),
    );
  });

  test("gives what hono/jsx gives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), fc.integer(), (text, flag, number) => {
        const Piece = () => (
          <form class={text} hidden={flag} id={`n${number}`}>
            <input name="q" value={text} disabled={flag} />
            {flag && text}
            {number}
            {null}
            {[text, number]}
          </form>
        );
        const expected = original(
          "form",
          { class: text, hidden: flag, id: `n${number}` },
          original("input", { name: "q", value: text, disabled: flag }),
          flag && text,
          number,
          null,
          [text, number] as never,
        );
        expect(render(Piece, {})).toBe(String(expected));
      }),
    );
  });

  test("only text marked as HTML passes as it stands; a promise is refused", () => {
    expect(render(() => <p>{raw("<b>x</b>")}</p>, {})).toBe("<p><b>x</b></p>");
    expect(() => render(() => <p>{Promise.resolve("x")}</p>, {})).toThrow(/rendered in one go/);
    expect(escapeText("a & b")).toBe("a &amp; b");
  });
});

import { expect, inject, test } from "vitest";

async function ask(path: string, spare: boolean): Promise<{ readonly html: string; readonly vary: string; readonly etag: string }> {
  const answer = await fetch(`${inject("site")}${path}`, { headers: spare ? { "save-data": "on" } : {} });
  return { html: await answer.text(), vary: answer.headers.get("vary") ?? "", etag: answer.headers.get("etag") ?? "" };
}
const DRAWN = /\/asset\/map-/;

test.each(["/en", "/en/jurisdictions", "/fr/questions/def-csam", "/en/treaties/opsc"])(
  "%s spares its map for readers who save data, and draws it on request",
  async (path) => {
    for (const _ of ["first", "from the cache"]) {
      const [whole, spared] = [await ask(path, false), await ask(path, true)];
      expect(whole.html).toMatch(DRAWN);
      expect(spared.html).not.toMatch(DRAWN);
      expect(spared.html.length).toBeLessThan(whole.html.length);
      expect([whole.vary, spared.vary]).toEqual(["accept-encoding, save-data", "accept-encoding, save-data"]);
      expect(spared.etag).not.toBe(whole.etag);
      const draw = /href="([^"]*map=draw[^"]*)"/.exec(spared.html)?.[1] ?? "";
      expect((await ask(draw.replaceAll("&amp;", "&"), true)).html).toMatch(DRAWN);
    }
  },
);

test("a page without a map is the same for everyone", async () => {
  const [whole, spared] = [await ask("/en/glossary", false), await ask("/en/glossary", true)];
  expect(spared).toEqual(whole);
  expect(whole.vary).toBe("accept-encoding");
});

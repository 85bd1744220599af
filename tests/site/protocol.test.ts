import { get } from "node:http";
import { describe, expect, inject, test } from "vitest";
import { attributes } from "./html.ts";
import { ask, each, page } from "./read.ts";

describe("the protocol", () => {
  const GOOD = ["/en", "/fr/jurisdictions/BR", "/en/search?q=grooming", "/api/questions.json", "/api/questions/def-csam.csv", "/api/data/population.json"];
  const BAD = [
    "/xx",
    "/en/no-such-page",
    "/en/jurisdictions/QQ",
    "/api/no-such-thing",
    "/api/jurisdictions/QQ.json",
    "/asset/no-such-file.css",
    "/en/jurisdictions/BR?at=never",
    "/api/questions/def-csam.json?at=never",
  ];
  const PLAIN = ["/", "/healthz", "/readyz", "/robots.txt", "/icon.svg", "/favicon.ico", "/api"];

  test.each(GOOD)("%s: the same entity tag gives 304 without a body", async (path) => {
    const first = await ask(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const asked of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask(path, { "if-none-match": asked });
      expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, "", tag]);
    }
    expect((await ask(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([...GOOD, ...BAD, ...PLAIN])("%s: HEAD answers like GET, without a body", async (path) => {
    const [get, head] = [await ask(path), await ask(path, {}, "HEAD")];
    expect(head.body).toBe("");
    expect(head.status).toBe(get.status);
    for (const name of ["content-type", "etag", "cache-control", "content-language", "location", "content-security-policy"])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
  });

  test("every answer carries the security headers: pages, API, assets, errors", async () => {
    const assets = attributes(await page("/en"), "href").filter((href) => href.startsWith("/asset/"));
    expect(assets.length).toBeGreaterThan(0);
    const answers = [
      ...(await each([...GOOD, ...BAD, ...PLAIN, ...assets], (path) => ask(path))),
      await ask("/en", {}, "POST"),
      await ask(`/en?q=${"a".repeat(5000)}`),
    ];
    for (const { headers, status } of answers) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, String(status)).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-|\*|data:|https?:/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
      expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{7,}/);
      expect(headers.has("set-cookie")).toBe(false);
    }
  });

  test.each(BAD)("%s: an error is a page in the site's style or a problem document", async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(/at=never/.test(path) ? 400 : 404);
    const type = headers.get("content-type") ?? "";
    if (path.startsWith("/api/")) {
      expect(type).toContain("application/problem+json");
      expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    } else if (path.startsWith("/asset/")) expect(type).toContain("text/plain");
    else {
      expect(type).toContain("text/html");
      expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    }
  });

  test.each([
    ["fr-CA, en;q=0.5", "/fr"],
    ["en-GB,en;q=0.9,fr;q=0.8", "/en"],
    ["nl, fr;q=0.3, en;q=0.1", "/fr"],
    ["fr;q=0, en;q=0.1", "/en"],
    ["ja", "/ja"],
    ["nl", "/en"],
    ["", "/en"],
  ])("/ with “%s” goes to %s", async (header, target) => {
    const { status, headers } = await ask("/", { "accept-language": header });
    expect([status, headers.get("location"), headers.get("vary")]).toEqual([302, target, "accept-language, cookie"]);
  });

  test.each([
    ["/en/", "/en"],
    ["/fr/jurisdictions/BR/?at=2020-01-01", "/fr/jurisdictions/BR?at=2020-01-01"],
    ["/api/", "/api"],
  ])("%s leads to %s", async (path, target) => {
    const { status, headers } = await ask(path);
    expect([status, headers.get("location")]).toEqual([301, target]);
  });

  test("an address that only looks like one of ours leads nowhere", async () => {
    for (const path of ["//evil.example/", "/en//evil.example/", "/en/..%2f/", "/%5Cevil.example/"]) expect((await ask(path)).status, path).toBe(404);
  });

  test("a language that the site does not have, and a code in small letters, are not there", async () => {
    for (const path of ["/nl", "/nl/jurisdictions/BR", "/EN", "/en/jurisdictions/br", "/api/jurisdictions/br.json"])
      expect((await ask(path)).status, path).toBe(404);
    expect((await ask("/api/questions.json?lang=nl")).status).toBe(400);
  });

  test("a page made for one host is not kept for another: its canonical link names the host that was asked", async () => {
    for (const host of ["one.example", "two.example"]) expect(await canonical(host)).toBe(`http://${host}/en/method`);
  });
});

/** The canonical link of a page that was asked for under a host name. */
function canonical(host: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    get(`${inject("site")}/en/method`, { headers: { host } }, (response) => {
      let html = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        html += part;
      });
      response.on("end", () => resolve(/rel="canonical" href="([^"]+)"/.exec(html)?.[1]));
    }).on("error", reject);
  });
}

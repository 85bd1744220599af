import { describe, expect, test } from "vitest";
import { figureText, NETWORKS, postsOf, unitsOf } from "./share.ts";

describe("figures of pictures", () => {
  test("are written as the language writes them; words stay", () => {
    expect(figureText("84,991,735", "en")).toBe("84,991,735");
    expect(figureText("84,991,735", "de")).toBe("84.991.735");
    expect(figureText("−46%", "en")).toBe("−46%");
    expect(figureText("-46%", "fr")).toMatch(/^−46\s%$/u);
    expect(figureText("1 in 3", "de")).toBe("1 in 3");
  });
});

describe("room on a network", () => {
  const x = NETWORKS.find((one) => one.id === "x") ?? { address: null };
  const bluesky = NETWORKS.find((one) => one.id === "bluesky") ?? { address: null };

  test("addresses count as the network says; on X letters of wide scripts count twice", () => {
    const address = `https://atlas.example/${"a".repeat(100)}`;
    expect(unitsOf(address, x)).toBe(23);
    expect(unitsOf(address, bluesky)).toBe(address.length);
    expect(unitsOf("日本語", x)).toBe(6);
    expect(unitsOf("日本語", bluesky)).toBe(3);
    expect(unitsOf("العربية", x)).toBe(7);
  });

  test("every post fits, holds the address, and says its limits wherever there is room", () => {
    const address = "https://atlas.example/en/campaigns/one";
    for (const letter of ["a", "日"]) {
      const view = { line: letter.repeat(140), caveat: letter.repeat(140), text: letter.repeat(250) };
      const posts = postsOf(view, address);
      for (const { network, text, units } of posts) {
        expect(units).toBe(unitsOf(text, network));
        expect(units).toBeLessThanOrEqual(network.most);
        expect(text.endsWith(address)).toBe(true);
      }
      expect(posts.find((one) => one.network.id === "mastodon")?.text).toContain(view.caveat);
    }
    // A sentence that does not fit is no post: none is cut in two.
    expect(postsOf({ line: "日".repeat(140), caveat: "", text: "日".repeat(250) }, address).some((one) => one.network.id === "x")).toBe(false);
  });
});

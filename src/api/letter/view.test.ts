import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../fault.ts";
import { answer, citation, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { letterResource } from "./resource.ts";
import { LONGEST_MAIL, letterView, mailAddress } from "./view.ts";

const ask = (id: string) =>
  question({
    id,
    kind: "ask",
    position: "stance",
    wording: `Wording of ${id}?`,
    rules: [
      { answer: "yes", alignment: "met" },
      { answer: "no", alignment: "not-met" },
    ],
  });
const position = {
  kind: "position" as const,
  id: "stance",
  body: {
    id: "stance",
    order: 1,
    organisation: "Org",
    title: "Stance",
    claim: "Do.",
    topics: ["offences"],
    addresses: ["governments"],
    asks: ["one", "two", "three"],
    citations: [citation()],
  },
};
const sample = {
  records: [...FRAME, place("AA"), place("BB"), place("CC"), ask("one"), ask("two"), ask("three"), question({ id: "other" }), position],
  answers: [answer("AA", "one", "no"), answer("AA", "two", "yes"), answer("BB", "one", "yes"), answer("CC", "one", "yes")],
} as unknown as Sample;
const letter = (query: Readonly<Record<string, string>>) =>
  letterView(inquiryInto(sample, query), "https://atlas.example/whole", "https://atlas.example/en/positions/");

describe("a letter", () => {
  test("makes the asks that are not met, with the answer, its source and who does it already", async () => {
    const view = await letter({ place: "AA", position: "stance" });
    expect(view?.asks.map((one) => one.ask.id)).toEqual(["one"]);
    const text = view?.paragraphs.flat().join("\n") ?? "";
    expect(text).toContain("Wording of one?");
    expect(text).toContain("The ask is not met.");
    expect(text).not.toContain("Wording of two?");
    expect(text).toMatch(/BB \(s\. 1\) \[1\]; CC \(s\. 1\) \[1\]\./);
    expect(text).toContain("https://atlas.example/en/positions/stance#arguments");
    const marks = new Set([...text.matchAll(/\[(\d+)\]/g)].map((found) => found[1]));
    expect(view?.paragraphs.at(-1)).toHaveLength(1 + marks.size);
  });

  test("says of a blank that it is one, never that the ask is not met", async () => {
    const view = await letter({ place: "AA", position: "stance", ask: "three" });
    const text = view?.paragraphs.flat().join("\n") ?? "";
    expect(text).toContain("The record holds no answer for this. That does not mean that the law has none.");
    expect(text).not.toContain("not met");
    const none = await letter({ place: "BB", position: "stance" });
    expect(none?.asks).toEqual([]);
    expect(none?.paragraphs.flat()).toContain("[Write here what you ask for.]");
  });

  test("is made only from a place and a position that exist", async () => {
    expect(await letter({})).toBeNull();
    expect(await letter({ place: "AA" })).toBeNull();
    const wrong: ReadonlyArray<Readonly<Record<string, string>>> = [
      { place: "ZZ" },
      { position: "x" },
      { campaign: "x" },
      { place: "AA", position: "stance", ask: "x" },
    ];
    for (const query of wrong) await expect(letter(query)).rejects.toBeInstanceOf(Fault);
    // An ask of another position was ticked before the position was changed: it is left out.
    expect((await letter({ place: "AA", position: "stance", ask: "other" }))?.asks.map((one) => one.ask.id)).toEqual(["one"]);
  });

  test("leaves with the same asks", async () => {
    const { rows, columns } = (await letterResource.list(inquiryInto(sample, { place: "AA", position: "stance" }))).table;
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] ?? {})).toEqual([...columns]);
    expect(rows[0]).toMatchObject({ ask: "one", alignment: "not-met", answer: "no", source_url: "https://law.example/1" });
    expect((await letterResource.list(inquiryInto(sample))).table.rows).toEqual([]);
  });
});

describe("the address for a mail program", () => {
  test("never is too long, holds no line that could become a head, and says so when it is cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.string({ unit: "grapheme", maxLength: 3000 }), (subject, body) => {
        const { mail, cut } = mailAddress(subject, body, "The whole: https://atlas.example/whole");
        expect(mail).toMatch(/^mailto:\?subject=[\w.~%-]*&body=[\w.~%-]*$/);
        const parameters = new URL(mail).searchParams;
        if (cut) expect(parameters.get("body")).toContain("https://atlas.example/whole");
        if (encodeURIComponent(subject.toWellFormed?.() ?? "").length < 900) expect(mail.length).toBeLessThanOrEqual(LONGEST_MAIL);
        if (!cut) expect(parameters.get("body")?.replaceAll("\r\n", "\n")).toBe(body.toWellFormed?.() ?? body);
      }),
    );
  });

  test("is cut between words, in any writing", () => {
    for (const word of ["عربية ", "日本語の文章です。", "letter "]) {
      const { mail, cut } = mailAddress("s", word.repeat(500), "https://atlas.example/whole");
      expect(cut).toBe(true);
      expect(mail.length).toBeLessThanOrEqual(LONGEST_MAIL);
      expect(decodeURIComponent(mail)).toContain("…\r\n\r\nhttps://atlas.example/whole");
      expect(decodeURIComponent(mail)).not.toContain("\uFFFD");
    }
  });
});

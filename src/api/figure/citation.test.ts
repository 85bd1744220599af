import { describe, expect, test } from "vitest";
import { bibtexOf, type CitedFigure, citationText, cslOf } from "./citation.ts";

const CITED: CitedFigure = {
  id: "safeguard-atlas-reports-r7",
  title: "Reports: 100 % & more_of {it}, 2019–2024",
  dataset: "Reports by country",
  publisher: "Centre for Children & Others",
  site: "Safeguard Atlas",
  asOf: "2026-11",
  revision: 7,
  accessed: "2026-11-22",
  url: "https://atlas.example/en/figures?place=BR%2CNL&at=2026-11-22&known=7",
  language: "en",
  caveats: ["Reports are not abuse.", "Nor offences."],
  words: {
    asOf: "As of November 2026.",
    revision: "revision 7",
    accessed: "read on 22 November 2026",
    notMeant: "What it does not mean:",
    open: "“",
    close: "”",
    colon: ": ",
  },
};

describe("citations of figures", () => {
  test("the sentence names publisher, date, revision, permanent address and the first caveat", () => {
    expect(citationText(CITED)).toBe(
      "Centre for Children & Others: “Reports: 100 % & more_of {it}, 2019–2024”. Reports by country. As of November 2026. Safeguard Atlas, revision 7, read on 22 November 2026: https://atlas.example/en/figures?place=BR%2CNL&at=2026-11-22&known=7. What it does not mean: Reports are not abuse.",
    );
  });

  test("BibTeX: one entry, braces in pairs, nothing that TeX takes for a command", () => {
    const entry = bibtexOf(CITED);
    const fields = Object.fromEntries([...entry.matchAll(/^ {2}(\w+) = \{(.*)\},?$/gm)].map((found) => [found[1], found[2]]));
    expect(entry.startsWith("@misc{safeguard-atlas-reports-r7,\n")).toBe(true);
    expect(entry.trimEnd().endsWith("\n}")).toBe(true);
    expect(fields).toEqual({
      author: "{Centre for Children \\& Others}",
      title: "{Reports: 100 \\% \\& more\\_of (it), 2019–2024}",
      year: "2026",
      howpublished: "Safeguard Atlas",
      url: CITED.url,
      urldate: "2026-11-22",
      note: "As of November 2026. Revision 7. What it does not mean: Reports are not abuse.",
    });
    expect(entry.split("{").length).toBe(entry.split("}").length);
  });

  test("CSL-JSON: the fields of a data set, dates as parts, every caveat", () => {
    expect(cslOf(CITED)).toEqual([
      {
        id: CITED.id,
        type: "dataset",
        title: CITED.title,
        author: [{ literal: CITED.publisher }],
        "container-title": "Reports by country",
        issued: { "date-parts": [[2026, 11]] },
        accessed: { "date-parts": [[2026, 11, 22]] },
        URL: CITED.url,
        publisher: "Safeguard Atlas",
        version: "7",
        language: "en",
        note: "As of November 2026. Revision 7. What it does not mean: Reports are not abuse. Nor offences.",
      },
    ]);
  });
});

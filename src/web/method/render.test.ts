import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textHash } from "../../domain/text.ts";
import { buildMethods } from "./build.ts";
import { renderMethod } from "./render.ts";
import { type MethodText, withEnglish } from "./text.ts";

const TEXT = `# Rates and *sums*

Code: \`a > b\`; see [sums](sums.md#how), [decision](../decisions/0007-x.md), [file](../../src/a.ts), [study](https://a.example/?a&b).

## What it says <script>alert(1)</script>

| sign | meaning |
| --- | --- |
| \`<\` | fewer |
`;

test("a text becomes its title, its sections and clean HTML; links stay only where they lead somewhere", async () => {
  const { title, headings, html } = await renderMethod(TEXT);
  expect(title).toBe("Rates and sums");
  expect(headings).toEqual([{ id: "m-what-it-says-alert1", text: "What it says alert(1)" }]);
  expect(html).not.toMatch(/<h1|<script/);
  expect(html).toContain(
    '<code>a &gt; b</code>; see <a href="sums#m-how">sums</a>, <span>decision</span>, <span>file</span>, <a href="https://a.example/?a&#x26;b">study</a>',
  );
  expect(html).toContain('<table class="data">');
  expect(html).toContain('<th scope="col">meaning</th>');
  expect(html).toContain('<td data-head="meaning">fewer</td>');
  await expect(renderMethod("Words only.")).rejects.toThrow(/no title/);
});

test("a translation is as old as the English that it names; English stands in for what is not translated", async () => {
  const folder = await mkdtemp(join(tmpdir(), "method-"));
  try {
    await mkdir(join(folder, "fr"));
    for (const slug of ["a", "b", "c"]) await writeFile(join(folder, `${slug}.md`), `# ${slug}\n`);
    await writeFile(join(folder, "fr", "a.md"), `<!-- of: ${textHash("# a\n")} state: machine -->\n# á\n`);
    await writeFile(join(folder, "fr", "b.md"), `<!-- of: ${textHash("# before\n")} state: reviewed -->\n# bé\n`);
    await writeFile(join(folder, "fr", "gone.md"), "# parti\n");
    await buildMethods(folder, join(folder, "out"));
    const read = async (locale: string) => JSON.parse(await readFile(join(folder, "out", `${locale}.json`), "utf8")) as MethodText[];
    expect(withEnglish(await read("en"), await read("fr")).map(({ title, lang, state }) => [title, lang, state])).toEqual([
      ["á", "fr", "machine"],
      ["bé", "fr", "stale"],
      ["c", "en", "missing"],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

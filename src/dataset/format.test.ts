import { expect, test } from "vitest";
import { formatFiles } from "./format.ts";
import { makePackage } from "./package.ts";

const DESCRIPTOR = '{"version": "1", "date": "2026-01-01", "name": "safeguard-atlas", "id": "safeguard-atlas"}';

test("files are sorted, quoted and folded anew, and what they say stays", () => {
  const { files, problems } = formatFiles(
    new Map([
      ["topics.yaml", "# a comment is not kept\r\n- {order: 2, id: b, title: 'B', parent: ''}\r\n- {order: 1, id: a, title: A}\r\n"],
      ["sources.csv", '\uFEFFid,url,title,publisher,language,grade,reason,read,note\n"a-b","https://a.b/","A","","",press,x,2026-01-01,\n'],
    ]),
  );
  expect(problems).toEqual([]);
  expect(files.get("topics.yaml")).toBe("- id: a\n  order: 1\n  title: A\n- id: b\n  order: 2\n  title: B\n");
  expect(files.get("sources.csv")).toBe("id,url,title,publisher,language,grade,reason,read,note\na-b,https://a.b/,A,,,press,x,2026-01-01,\n");
});

test("a file with problems is left as it is", () => {
  const { files, problems } = formatFiles(
    new Map([
      ["topics.yaml", "- id: a\n   order: 1\n"],
      ["notes.txt", "x"],
    ]),
  );
  expect(files.get("topics.yaml")).toBe("- id: a\n   order: 1\n");
  expect(files.get("notes.txt")).toBe("x");
  expect(problems).toHaveLength(1);
});

test("the descriptor lists exactly the files that the record knows", () => {
  const { files } = formatFiles(
    new Map([
      ["datapackage.json", DESCRIPTOR],
      ["topics.yaml", "[]\n"],
      ["codings/BR.csv", "x\n"],
      ["codings/AR.csv", "x\n"],
      ["notes.txt", "x"],
    ]),
  );
  const descriptor: unknown = JSON.parse(files.get("datapackage.json") ?? "");
  expect(descriptor).toMatchObject({
    date: "2026-01-01",
    version: "1",
    resources: [
      { name: "topics", path: "topics.yaml", format: "yaml" },
      { name: "codings", path: ["codings/AR.csv", "codings/BR.csv"], format: "csv" },
    ],
  });
});

test("the columns of a CSV file are described, lists with their separator", () => {
  const { resources } = makePackage("2026-01-01", "1", ["services.csv"], []);
  expect(resources?.[0]?.schema?.fields.find((field) => field.name === "languages")).toMatchObject({ type: "list", delimiter: ";" });
  expect(resources?.[0]?.schema?.fields.find((field) => field.name === "jurisdiction")).toEqual({
    name: "jurisdiction",
    type: "string",
    description: "code of the jurisdiction",
  });
});

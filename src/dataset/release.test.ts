import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type AtlasRecord, KINDS, SCHEMAS } from "../domain/record.ts";
import { PUBLIC, requirePublic } from "./release.ts";
import { bare, fieldsOf } from "./shape.ts";
import { writeFiles } from "./write.ts";

/** All fields of a schema, with a dot before the field of a part. */
function paths(schema: unknown, before = ""): string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return paths(inner.element, before);
  return fieldsOf(inner).flatMap(([name, field]) => [before + name, ...paths(field, `${before}${name}.`)]);
}

const TOPIC = { id: "law", order: 1, parent: "", title: "Law", description: "" };

describe("what may leave", () => {
  test.each(KINDS)("every field of %s has been decided on", (kind) => {
    expect([...PUBLIC[kind]].sort()).toEqual(paths(SCHEMAS[kind]).sort());
  });

  test("a record with listed fields may leave", () => {
    expect(() => requirePublic({ kind: "topic", id: "law", body: TOPIC })).not.toThrow();
  });

  test.each([
    ["at the top", { ...TOPIC, coder: "A. Person" }, "The field coder of topic law"],
    ["in a part", { ...TOPIC, title: { draft: "?" } }, "The field title.draft of topic law"],
    ["in a list", { ...TOPIC, title: [{ draft: "?" }] }, "The field title.draft of topic law"],
  ])("a field that is not listed stops the export: %s", (_where, body, message) => {
    const record = { kind: "topic", id: "law", body } as unknown as AtlasRecord;
    expect(() => writeFiles([record])).toThrow(message);
  });
});

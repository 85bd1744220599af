import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import { record, smallRecord } from "../../../tests/setup/record.ts";
import { textHash } from "../../domain/text.ts";
import { load } from "../load.ts";
import type { Store } from "../open.ts";
import type { Change, Note } from "../projection.ts";

const NOTE: Note = { role: "translator", reason: "a test", kind: "translation", digest: "" };
const translation = (locale: "fr" | "ar", text: string) =>
  record("text", {
    id: `${locale}.topic.law.title`,
    locale,
    kind: "topic",
    record: "law",
    field: "title",
    text,
    of: textHash("Law"),
    state: "machine",
  });

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
  await load(store, smallRecord(), "one");
});
afterAll(() => database.drop());

const said = async () => {
  const catalogue = await store.reader.catalogue();
  return (["fr", "ar"] as const).map((locale) => catalogue.say(locale, "topic", "law", "title", "Law").text);
};

test("a translation that comes, changes or goes is what readers meet, and the other languages stay", async () => {
  const publish = (change: Change) => store.publish([change], NOTE);
  await publish(translation("fr", "Droit"));
  await publish(translation("ar", "القانون"));
  expect(await said()).toEqual(["Droit", "القانون"]);
  await publish(translation("fr", "Le droit"));
  expect(await said()).toEqual(["Le droit", "القانون"]);
  await publish({ kind: "text", id: "fr.topic.law.title", body: null });
  expect(await said()).toEqual(["Law", "القانون"]);
});

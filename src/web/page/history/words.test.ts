import { expect, test } from "vitest";
import { CHANGES } from "../../../api/history/view.ts";
import { PUBLIC } from "../../../dataset/release.ts";
import { SITE_LOCALES } from "../../../domain/locale.ts";
import { KINDS } from "../../../domain/record.ts";
import { CAUSES } from "../../../store/projection.ts";
import { messagesOf } from "../../message/catalogue.ts";

const fields = new Set(KINDS.flatMap((kind) => [...PUBLIC[kind]].map((path) => path.split(".").at(-1) ?? path)));
const keys = [
  ...[...fields].map((name) => `field-${name}`),
  ...KINDS.map((kind) => `kind-${kind}`),
  ...CAUSES.flatMap((cause) => [`cause-${cause}`, `cause-words-${cause}`]),
  ...CHANGES.flatMap((change) => [`change-choice-${change}`, `own-${change}`, `own-short-${change}`]),
];

test.each(SITE_LOCALES)("%s: every field that may leave, every kind and every sort of change has words", (locale) => {
  expect(keys.filter((key) => !messagesOf(locale).has(`history.${key}`))).toEqual([]);
});

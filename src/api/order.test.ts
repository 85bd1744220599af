import { expect, test } from "vitest";
import type { SiteLocale } from "../domain/locale.ts";
import { collator, folded } from "./order.ts";

test.each([
  ["en", "Åland Albania Austria Zambia"],
  ["fr", "Allemagne Égypte Espagne États-Unis Zambie"],
  ["es", "Alemania Mónaco Namibia Níger Ñemby Omán"],
  ["pt", "Áustria Brasil Egito Índia Zâmbia"],
  ["de", "Ägypten Oman Österreich Polen Zypern"],
  ["ru", "Армения Европа Египет Ёлкино Япония"],
  // Words, as dictionaries have them, without regard to signs on their letters.
  ["ar", "إسبانيا البرازيل ألمانيا تركيا هولندا"],
  ["hi", "आर्मेनिया इटली ऑस्ट्रेलिया चीन भारत"],
  ["ja", "アメリカ エジプト ドイツ ブラジル 日本"],
  // By their sounds: Baxi, Deguo, Faguo, Meiguo, Zhongguo.
  ["zh", "巴西 德国 法国 美国 中国"],
] as const satisfies ReadonlyArray<readonly [SiteLocale, string]>)("words are in the order of the language: %s", (locale, words) => {
  const ordered = words.split(" ");
  const order = collator(locale);
  expect([...ordered].reverse().sort(order.compare)).toEqual(ordered);
});

test("finding disregards case, accents and variants of letters, and nothing that makes another word", () => {
  expect(folded("ÎLES ÉLOIGNÉES")).toBe("iles eloignees");
  expect(folded("إسبانيا")).toBe(folded("اسبانيا"));
  expect(folded("ब्राज़ील")).toBe(folded("ब्राजील"));
  expect(folded("भारत")).not.toBe(folded("भरत"));
});

import { describe, expect, test } from "vitest";
import type { ShareView } from "../../../api/campaign/share.ts";
import { direction, SITE_LOCALES, type SiteLocale } from "../../../domain/locale.ts";
import { ems } from "../../chart/letter.ts";
import { render } from "../../render.ts";
import { SharePicture, SIZES, setInto } from "./picture.tsx";

/** One long sentence in each language. */
const SENTENCES: Readonly<Record<SiteLocale, string>> = {
  en: "EU-related reports were 46% lower in the three weeks after 21 December 2020 than in the three weeks before that day.",
  fr: "Les signalements liés à l’UE ont été inférieurs de 46 % au cours des trois semaines qui ont suivi le 21 décembre 2020.",
  es: "Las denuncias relacionadas con la UE fueron un 46 % menores en las tres semanas posteriores al 21 de diciembre de 2020.",
  pt: "As denúncias relacionadas com a UE foram 46% menores nas três semanas após 21 de dezembro de 2020 do que antes.",
  ar: "كانت البلاغات المتصلة بالاتحاد الأوروبي أقل بنسبة 46% في الأسابيع الثلاثة التي تلت 21 ديسمبر 2020 مما كانت عليه قبلها.",
  de: "EU-bezogene Verdachtsmeldungen lagen in den drei Wochen nach Anwendungsbeginn des Telekommunikationskodexes um 46 % niedriger.",
  hi: "21 दिसंबर 2020 के बाद के तीन सप्ताह में यूरोपीय संघ से जुड़ी रिपोर्टें उससे पहले के तीन सप्ताह की तुलना में 46% कम रहीं।",
  ja: "2020年12月21日以後の3週間にNCMECが受けたEU関連の通報は、それ以前の3週間より46%少なかった、と同団体は述べている。",
  ru: "В течение трёх недель после 21 декабря 2020 года число сообщений, связанных с ЕС, было на 46 % ниже, чем тремя неделями ранее.",
  zh: "在2020年12月21日之后的三周内，与欧盟有关的举报数量比此前三周减少了46%，但这并不意味着侵害减少了。",
};

describe.each(SITE_LOCALES)("a picture to share in %s", (lang) => {
  const text = SENTENCES[lang];

  test.each([
    { width: 300, height: 400 },
    { width: 936, height: 600 },
    { width: 1056, height: 120 },
  ])("its words are all there, in lines that fit $width", (box) => {
    const block = setInto(text, box, { sizes: [88, 64, 47, 34, 27, 20] });
    const bare = (words: string): string => words.replace(/\s+/g, "");
    expect(bare(block.lines.join(""))).toBe(bare(text));
    for (const line of block.lines) {
      expect(ems(line) * block.size).toBeLessThanOrEqual(box.width);
      // No line begins with what closes a sentence or a bracket.
      expect(line).not.toMatch(/^[、。，！？）」.,!?)»%।؟،]/u);
    }
  });

  test("stays inside in every size, its source and limits with it, in the direction of the language", () => {
    const view: ShareView = {
      share: { id: "s", line: text, figure: "−46%", caveat: text, text, citations: [] },
      line: text,
      figure: "−46%",
      caveat: text,
      text,
      title: text,
      source: "Source: Publisher",
      alternative: `${text} alternative`,
      lang,
    };
    for (const size of SIZES) {
      const around = { site: "Safeguard Atlas", address: "atlas.example" };
      const svg = render(SharePicture, { view, size, around });
      const [width = 0, height = 0] = size.split("x").map(Number);
      expect(svg).toContain(`width="${width}" height="${height}"`);
      for (const [, y] of svg.matchAll(/ y="(\d+)"/g)) expect(Number(y)).toBeLessThan(height - 20);
      const ys = [...svg.matchAll(/<text x="[^"]*" y="(\d+)"/g)].map((found) => Number(found[1]));
      expect(Math.min(...ys)).toBeGreaterThan(40);
      expect(svg).toContain("Source: Publisher");
      expect(svg).toContain("<desc");
      expect(svg.includes('direction="rtl"')).toBe(direction(lang) === "rtl");
      expect(svg).not.toMatch(/style=|NaN|undefined|href/);
    }
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { termsOf } from "../token.ts";

/** Words that are one, by language, and words that must stay two. */
const SAME = {
  es: [
    "ley leyes",
    "delito delitos",
    "verificación verificaciones",
    "menor menores",
    "niño niña niños niñas",
    "obligatorio obligatoria obligatorias",
    "imagen imágenes",
    "infantil infantiles",
    "plataforma plataformas",
  ],
  pt: [
    "lei leis",
    "verificação verificações",
    "digital digitais",
    "infantil infantis",
    "imagem imagens",
    "crime crimes",
    "criança crianças",
    "responsável responsáveis",
    "jovem jovens",
    "obrigação obrigações",
  ],
  de: [
    "Gesetz Gesetze Gesetzes Gesetzen",
    "Kind Kinder Kindern Kindes",
    "sexuell sexuelle sexueller sexuellen sexuelles",
    "Plattform Plattformen",
    "Frist Fristen",
    "Meldung Meldungen",
    "Opfer Opfern Opfers",
    "Strafe Strafen",
    "Anbieter Anbietern",
    "Behörde Behörden",
    "Strategie Strategien",
  ],
  ru: [
    "закон закона законы законов законом законах",
    "ребёнок ребенка",
    "дети детей детям",
    "проверка проверки проверку проверок",
    "возраст возраста возрасту",
    "сексуальный сексуального сексуальное сексуальной",
    "насилие насилия насилию",
    "обязанность обязанности обязанностей",
    "платформа платформы платформам",
    "детский детская детской",
  ],
  ar: [
    "طفل الطفل للطفل والطفل",
    "أطفال الأطفال للأطفال بالأطفال والأطفال",
    "حماية الحماية لحماية بحماية",
    "جنسي الجنسي جنسية الجنسية",
    "قانون القانون بالقانون",
    "منصة المنصات منصات",
    "جريمه جريمة الجريمة",
    "إلى الي",
  ],
  hi: ["बच्चा बच्चे बच्चों", "कानून क़ानून कानूनों", "हिन्दी हिंदी", "नीति नीतियों नीतियाँ", "भाषा भाषाओं भाषाएँ", "अपराध अपराधों", "सम्बन्ध संबंध"],
  ja: ["サーバー サーバ", "グルーミング ｸﾞﾙｰﾐﾝｸﾞ", "２０２１ 2021"],
} as const;
const DIFFERENT = [
  "date data",
  "minor minority",
  "niger nigeria",
  "austria australia",
  "закон законодательство",
  "طفل أطفال",
  "बच्चा बच्चन",
  "child chile",
  "India Indiana",
];

test.each(Object.entries(SAME))("forms of a word are one term: %s", (_locale, groups) => {
  for (const group of groups) expect(new Set(group.split(" ").map((word) => termsOf(word).join(" "))).size, group).toBe(1);
});

test.each(DIFFERENT)("other words stay apart: %s", (pair) => {
  const [one = "", other = ""] = pair.split(" ");
  expect(termsOf(one)).not.toEqual(termsOf(other));
});

test("a word never comes to nothing, whatever its letters", () => {
  const letters = fc.constantFrom("a", "e", "s", "n", "r", "ا", "ل", "و", "ه", "ي", "ن", "а", "и", "ы", "ь", "ц", "क", "ा", "ि", "ं", "्", "児", "ー", "サ");
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (given) => {
      for (const term of termsOf(given.join(""))) expect(term).not.toBe("");
    }),
  );
});

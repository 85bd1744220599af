import { type LanguageWords, languageWords } from "../../../api/term/bridge.ts";
import { direction, LOCALE_NAMES } from "../../../domain/locale.ts";
import type { Term } from "../../../domain/term.ts";
import type { Said } from "../../../store/catalogue.ts";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

/** Every language's preferred word, its words to avoid, and who has checked them. */
export function WordTable({ term, visit }: { term: Term; visit: Visit }) {
  const { t } = visit;
  const avoid = { head: t("glossary.avoid"), cell: (row: LanguageWords) => <Avoided row={row} /> };
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t("glossary.languages")}</h2>
      <DataTable<LanguageWords>
        caption={t("glossary.languages-caption")}
        rows={languageWords(visit, term)}
        columns={[
          {
            head: t("language.language"),
            row: true,
            cell: ({ locale }) => (
              <span lang={locale} dir={direction(locale)}>
                {LOCALE_NAMES[locale]}
              </span>
            ),
          },
          { head: t("glossary.preferred"), cell: ({ preferred }) => preferred && <strong>{word(preferred)}</strong> },
          ...(term.avoid.length > 0 ? [avoid] : []),
          { head: t("glossary.state"), cell: ({ preferred }) => <small>{t(`glossary.state-${preferred?.state ?? "missing"}`)}</small> },
        ]}
      />
    </section>
  );
}

/** Expressions under the numbers of their reasons, which stand above the table. */
function Avoided({ row }: { row: LanguageWords }) {
  if (!row.avoid.some(Boolean)) return <></>;
  return (
    <ol>
      {row.avoid.map(
        (said, index) =>
          said && (
            <li value={index + 1}>
              <s>{word(said)}</s>
            </li>
          ),
      )}
    </ol>
  );
}

function word({ text, lang }: Said): unknown {
  return (
    <span lang={lang} dir={direction(lang)}>
      {text}
    </span>
  );
}

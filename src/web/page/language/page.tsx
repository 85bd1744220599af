import { Fault } from "../../../api/fault.ts";
import { type LanguageView, languageViews, TRANSLATED } from "../../../api/language/view.ts";
import { direction, isSiteLocale, LOCALE_NAMES } from "../../../domain/locale.ts";
import { type Tally, tallyOf } from "../../message/catalogue.ts";
import { numberText } from "../../part/date.ts";
import { FieldError, invalid } from "../../part/field.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";

/** `/languages`: what is translated into which language and how far one can trust it; a language can be remembered here. */
export const languagePage: Page = async (visit) => leafOf(visit, {});

/** The posted form: remembers a language on the reader's device, or forgets it. */
export const languageChoice: Page = async (visit) => {
  const asked = visit.query.get("language") ?? "";
  if (asked === "" || isSiteLocale(asked)) return { ...leafOf(visit, { chosen: asked }), remember: asked };
  return { ...leafOf(visit, { fault: new Fault(400, "language", `“${asked.slice(0, 20)}” is not a language of this site.`) }), status: 400 };
};

function leafOf(visit: Visit, { chosen, fault }: { readonly chosen?: string; readonly fault?: Fault }): Leaf {
  const { t } = visit;
  const views = languageViews(visit);
  return {
    title: t("language.title"),
    description: t("language.description"),
    crumbs: [],
    data: "/languages",
    body: (
      <>
        <h1>{t("language.title")}</h1>
        <p class="lead">{t("language.description")}</p>
        {chosen !== undefined && (
          <p role="status">
            <strong>{chosen === "" ? t("language.forgotten") : t("language.remembered", { language: nameOf(chosen) })}</strong>
          </p>
        )}
        <ul class="inline">
          {views.map(({ locale }) => (
            <li>
              <a href={`/${locale}`} hreflang={locale} lang={locale} dir={direction(locale)}>
                {LOCALE_NAMES[locale]}
              </a>
            </li>
          ))}
        </ul>
        <h2 id="states">{t("language.states")}</h2>
        <p>{t("language.states-text")}</p>
        <StateTable views={views} visit={visit} />
        <h2 id="remember">{t("language.remember")}</h2>
        <p>{t("language.remember-text")}</p>
        <form method="post" action={visit.link("/languages")} class="filter" aria-labelledby="remember">
          <p>
            <label for="language">{t("language.choose")}</label>
            <select id="language" name="language" {...invalid(fault, "language")}>
              {views.map(({ locale }) => (
                <option value={locale} lang={locale} selected={locale === (chosen || visit.locale)}>
                  {LOCALE_NAMES[locale]}
                </option>
              ))}
              <option value="">{t("language.forget")}</option>
            </select>
            <FieldError fault={fault} field="language" words={t("language.wrong")} visit={visit} />
          </p>
          <p>
            <button type="submit">{t("language.save")}</button>
          </p>
        </form>
      </>
    ),
  };
}

function nameOf(locale: string): string {
  return isSiteLocale(locale) ? LOCALE_NAMES[locale] : locale;
}

/** A row for each language: the interface, then each sort of text, in words and numbers. */
function StateTable({ views, visit }: { views: readonly LanguageView[]; visit: Visit }) {
  const { t } = visit;
  return (
    <table class="data">
      <caption>{t("language.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("language.language")}</th>
          <th scope="col">{t("language.interface")}</th>
          {TRANSLATED.map((name) => (
            <th scope="col">{t(`language.texts-${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {views.map(({ locale, groups }) => (
          <tr>
            <th scope="row" lang={locale} dir={direction(locale)}>
              {LOCALE_NAMES[locale]}
            </th>
            <td data-head={t("language.interface")}>{stateWords(tallyOf(locale), visit)}</td>
            {groups.map(({ name, states }) => (
              <td data-head={t(`language.texts-${name}`)}>{stateWords(states, visit)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The states that occur, the most trustworthy first. */
function stateWords(states: Tally, { t, locale }: Visit): string {
  return (["source", "reviewed", "machine", "stale", "missing"] as const)
    .filter((state) => states[state] > 0)
    .map((state) => t(`language.state-${state}`, { count: numberText(states[state], locale) }))
    .join(punctuation(locale).comma);
}

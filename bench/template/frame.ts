import type { FuzzyDate } from "../../src/domain/date.ts";
import { direction, LOCALE_NAMES, SITE_LOCALES } from "../../src/domain/locale.ts";
import type { Citation } from "../../src/domain/source.ts";
import type { Said } from "../../src/store/catalogue.ts";
import { dateText } from "../../src/web/part/date.ts";
import type { Visit } from "../../src/web/visit.ts";
import { each, esc } from "./html.ts";

/** What stands in the frame around a page. */
export interface Framed {
  readonly title: string;
  readonly description: string;
  readonly crumbs: ReadonlyArray<{ readonly href: string; readonly label: string }>;
  readonly data: string;
  readonly place: string;
  readonly keep: Readonly<Record<string, string>>;
  readonly jsonLd: object;
  readonly body: string;
}

export function time(date: FuzzyDate, visit: Visit): string {
  return `<time datetime="${esc(date)}">${esc(dateText(date, visit.locale))}</time>`;
}

export function say(said: Said, visit: Visit): string {
  return said.lang === visit.locale ? esc(said.text) : `<span lang="${said.lang}">${esc(said.text)}</span>`;
}

export function flags(of: readonly string[], visit: Visit): string {
  return each(of, (flag) => ` · <span class="flag">${esc(visit.t(`answer.flag-${flag}`))}</span>`);
}

export function cite(citations: readonly Citation[], visit: Visit): string {
  return `<sup class="cite">${each(citations, (citation) => {
    const number = visit.cite(citation);
    return `<a href="#n${number}">[${number}]</a>`;
  })}</sup>`;
}

/** The whole page. Its body must be made before, so that its citations are known. */
export function frame(page: Framed, visit: Visit): string {
  const { t, locale, assets, origin } = visit;
  const title = esc(`${page.title} · ${t("frame.site")}`);
  const description = esc(page.description);
  const here = esc(`${origin}${visit.link(visit.path, page.keep)}`);
  const en = esc(`${origin}${inLocale(visit, page, "en")}`);
  const services = esc(visit.link("/services", { place: page.place }));
  return `<!DOCTYPE html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title}</title><meta name="description" content="${description}"/><link rel="stylesheet" href="${assets.style}"/><script type="module" src="${assets.script}"></script><link rel="icon" href="/icon.svg" type="image/svg+xml"/><link rel="canonical" href="${here}"/>${each(SITE_LOCALES, (other) => `<link rel="alternate" hreflang="${other}" href="${esc(`${origin}${inLocale(visit, page, other)}`)}"/>`)}<link rel="alternate" hreflang="x-default" href="${en}"/>${feeds(page, visit)}<meta property="og:title" content="${title}"/><meta property="og:description" content="${description}"/><meta property="og:type" content="website"/><meta property="og:url" content="${here}"/><meta property="og:locale" content="${locale}"/><meta property="og:site_name" content="${esc(t("frame.site"))}"/><meta name="twitter:card" content="summary"/><script type="application/ld+json">${JSON.stringify(page.jsonLd).replaceAll("<", "\\u003c")}</script></head><body><a class="skip" href="#main">${esc(t("frame.skip"))}</a>${header(page, visit, services)}<main id="main" tabindex="-1">${crumbs(page, visit)}${page.body}${footnotes(visit)}${along(page, visit)}${follow(page, visit)}</main>${footer(visit, services)}</body></html>`;
}

function inLocale(visit: Visit, page: Framed, locale: string): string {
  return visit.link(visit.path, page.keep).replace(/^\/[a-z]{2}(?=\/|\?|$)/, `/${locale}`);
}

function header(page: Framed, visit: Visit, services: string): string {
  const { t } = visit;
  const nav = ["jurisdictions", "questions", "compare", "positions", "instruments", "duties", "updates", "figures"];
  const search = esc(t("frame.search"));
  return `<header class="top"><p class="name"><a href="${visit.link("")}">${esc(t("frame.site"))}</a></p><atlas-exit><a class="exit" href="https://www.wikipedia.org/" rel="noreferrer nofollow">${esc(t("frame.exit"))}</a></atlas-exit><atlas-search class="find" data-lang="${visit.locale}" data-label="${esc(t("frame.suggestions"))}"><form action="${visit.link("/search")}" role="search"><label class="hide" for="q">${search}</label><input id="q" name="q" type="search" autocomplete="off" placeholder="${search}"/><button type="submit">${esc(t("frame.find"))}</button></form></atlas-search><nav aria-label="${esc(t("frame.main-navigation"))}"><ul>${each(nav, (one) => `<li><a href="${visit.link(`/${one}`)}">${esc(t(`frame.nav-${one}`))}</a></li>`)}</ul></nav><ul class="tools"><li><details class="languages"><summary><span class="hide">${esc(t("frame.language"))} </span>${LOCALE_NAMES[visit.locale]}</summary><ul>${each(
    SITE_LOCALES.filter((other) => other !== visit.locale),
    (other) =>
      `<li><a href="${esc(inLocale(visit, page, other))}" hreflang="${other}" lang="${other}"${direction(other) === direction(visit.locale) ? "" : ` dir="${direction(other)}"`}>${LOCALE_NAMES[other]}</a></li>`,
  )}<li><a href="${visit.link("/languages")}">${esc(t("frame.language-states"))}</a></li></ul></details></li><li><a href="${services}">${esc(t("frame.help"))}</a></li></ul></header>`;
}

function crumbs(page: Framed, visit: Visit): string {
  return `<nav class="crumbs" aria-label="${esc(visit.t("frame.crumbs"))}"><ol><li><a href="${visit.link("")}">${esc(visit.t("frame.home"))}</a></li>${each(page.crumbs, (one) => `<li><a href="${esc(one.href)}">${esc(one.label)}</a></li>`)}</ol></nav>`;
}

function footnotes(visit: Visit): string {
  if (visit.notes.length === 0) return "";
  return `<section class="notes" aria-labelledby="notes"><h2 id="notes">${esc(visit.t("frame.sources"))}</h2><p class="meta"><a href="${visit.link("/methods/source-grades")}">${esc(visit.t("method.grades"))}</a></p><ol>${each(visit.notes, (citation, index) => `<li id="n${index + 1}">${source(citation, visit)}</li>`)}</ol></section>`;
}

function source(citation: Citation, visit: Visit): string {
  const found = visit.catalogue.sources.get(citation.source);
  if (!found) return esc(citation.source);
  const instrument = citation.instrument ? visit.catalogue.instruments.get(citation.instrument) : undefined;
  const lang = found.language ? ` lang="${esc(found.language)}"` : "";
  const law = instrument ? ` · <a href="${esc(visit.link(`/instruments/${instrument.id}`))}">${esc(visit.t("frame.law"))}</a>` : "";
  return `<a href="${esc(found.url)}"${lang}>${esc(found.title)}</a>${found.publisher ? `, ${esc(found.publisher)}` : ""}${citation.provision ? `, ${esc(citation.provision)}` : ""}${law} · <span class="grade">${esc(visit.t(`answer.grade-${found.grade}`))}</span> · ${esc(visit.t("frame.read-on"))} ${esc(dateText(citation.read, visit.locale))}`;
}

function along(page: Framed, visit: Visit): string {
  const { t } = visit;
  const query = new URLSearchParams({ ...page.keep, lang: visit.locale }).toString();
  const address = `${visit.origin}${visit.link(visit.path, page.keep)}`;
  return `<section class="along" aria-labelledby="along"><h2 id="along">${esc(t("frame.along"))}</h2><p>${esc(t("frame.download"))} <a href="${esc(`/api${page.data}.csv?${query}`)}">CSV</a> · <a href="${esc(`/api${page.data}.json?${query}`)}">JSON</a></p><p><a href="${esc(visit.link("/history", { kind: "jurisdiction", id: page.place }))}">${esc(t("history.record-link"))}</a></p><details><summary>${esc(t("frame.cite"))}</summary><p class="citation">${esc(t("frame.site"))}: “${esc(page.title)}”. ${esc(t("frame.data-of"))} ${time(visit.catalogue.date, visit)}, ${esc(t("frame.revision"))} ${visit.revision.id}. ${esc(address)}</p><p class="citation">${esc(t("frame.cite-bibtex"))}</p><pre>${esc(bibtex(page, visit, address))}</pre></details></section>`;
}

function feedHref(list: string, page: Framed, visit: Visit): string {
  return esc(`/api/${list}.atom?${new URLSearchParams({ place: page.place, lang: visit.locale })}`);
}

function feeds(page: Framed, visit: Visit): string {
  const titles = { changes: "feed.title-amendment", updates: "update.title" };
  return each(
    Object.entries(titles),
    ([list, title]) =>
      `<link rel="alternate" type="application/atom+xml" title="${esc(`${visit.t(title)} · ${visit.name(page.place)}`)}" href="${feedHref(list, page, visit)}"/>`,
  );
}

function follow(page: Framed, visit: Visit): string {
  const { t } = visit;
  const here = new URLSearchParams({ page: visit.link(visit.path, page.keep) });
  return `<p class="follow"><a href="${esc(visit.link("/alerts", { place: page.place }))}">${esc(t("frame.watch"))}</a> · <a href="${feedHref("changes", page, visit)}" type="application/atom+xml">${esc(t("frame.feed"))}</a> · <a href="${esc(visit.link("/feedback"))}?${esc(here.toString())}" rel="nofollow">${esc(t("frame.wrong"))}</a></p>`;
}

function bibtex(page: Framed, visit: Visit, address: string): string {
  const { t, catalogue, revision } = visit;
  const title = page.title.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
  const note = `${t("frame.data-of")} ${catalogue.date}, ${t("frame.revision")} ${revision.id}`;
  return `@misc{safeguard-atlas${visit.path.replace(/[^A-Za-z0-9]+/g, "-")},\n  author = {{${t("frame.site")}}},\n  title = {{${title}}},\n  year = {${catalogue.date.slice(0, 4)}},\n  note = {${note}},\n  url = {${address}}\n}`;
}

function footer(visit: Visit, services: string): string {
  const { t } = visit;
  const pages = [
    "survivors",
    "consultations",
    "testimony",
    "campaigns",
    "letters",
    "commitments",
    "alerts",
    "corrections",
    "topics",
    "treaties",
    "adoption",
    "dossiers",
    "brief",
    "obligations",
    "claims",
    "data",
    "event-study",
    "snapshots",
    "glossary",
    "history",
    "about",
    "method",
    "accessibility",
    "offline",
    "privacy",
  ];
  return `<footer class="end"><p class="care"><a href="${services}">${esc(t("frame.help-near"))}</a> · ${esc(t("frame.care"))}</p><nav aria-label="${esc(t("frame.more-navigation"))}"><ul>${each(pages, (one) => `<li><a href="${visit.link(`/${one}`)}">${esc(t(`frame.nav-${one}`))}</a></li>`)}</ul></nav><p class="state">${esc(t("frame.data-of"))} ${time(visit.catalogue.date, visit)} · ${esc(t("frame.revision"))} ${visit.revision.id} · ${esc(t("frame.unreviewed"))} · ${esc(t("frame.not-advice"))}<span class="paper"> · ${esc(`${visit.origin}${visit.link(visit.path)}`)}</span></p></footer>`;
}

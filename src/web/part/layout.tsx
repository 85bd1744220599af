import { raw } from "hono/html";
import { direction, LOCALE_NAMES, SITE_LOCALES } from "../../domain/locale.ts";
import { tallyOf } from "../message/catalogue.ts";
import type { Leaf, Visit } from "../visit.ts";
import { Footnotes } from "./citation.tsx";
import { TimeFields } from "./datebar.tsx";
import { punctuation, quoted } from "./punctuation.ts";
import { Time } from "./time.tsx";

/** Where "leave this site quickly" leads: a page that says nothing about the reader. */
const EXIT = "https://www.wikipedia.org/";

/** The frame of every page: head, header, crumbs, content, footnotes, "take it along", footer. */
export function Layout({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const { t, locale, assets } = visit;
  const title = leaf.title === t("frame.site") ? leaf.title : `${leaf.title} · ${t("frame.site")}`;
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={leaf.description} />
        {(leaf.index === false || visit.past || visit.beside) && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script}></script>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Links leaf={leaf} visit={visit} title={title} />
        {(leaf.jsonLd ?? []).map((one) => (
          <script type="application/ld+json">{raw(JSON.stringify(one).replaceAll("<", "\\u003c"))}</script>
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {t("frame.skip")}
        </a>
        <Header leaf={leaf} visit={visit} />
        <main id="main" class={leaf.wide ? "wide" : undefined} tabindex={-1}>
          {leaf.crumbs && <Crumbs leaf={leaf} visit={visit} />}
          {leaf.body}
          {leaf.method && (
            <p class="along">
              <a href={visit.link(`/methods/${leaf.method}`)}>{visit.t("method.link")}</a>
            </p>
          )}
          <Footnotes visit={visit} />
          <Marks leaf={leaf} visit={visit} />
          {leaf.take ?? (leaf.data && <TakeAlong leaf={leaf} visit={visit} />)}
          <Follow leaf={leaf} visit={visit} />
        </main>
        <Footer leaf={leaf} visit={visit} />
      </body>
    </html>
  );
}

function Links({ leaf, visit, title }: { leaf: Leaf; visit: Visit; title: string }) {
  const { origin, path, locale } = visit;
  const here = `${origin}${visit.link(path, leaf.keep)}`;
  return (
    <>
      <link rel="canonical" href={here} />
      {SITE_LOCALES.map((other) => (
        <link rel="alternate" hreflang={other} href={`${origin}${inLocale(visit, leaf, other)}`} />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${origin}${inLocale(visit, leaf, "en")}`} />
      {(leaf.feeds ?? []).map((feed) => (
        <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={leaf.description} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={here} />
      <meta property="og:locale" content={locale} />
      <meta property="og:site_name" content={visit.t("frame.site")} />
      {leaf.image && (
        <>
          <meta property="og:image" content={`${origin}${leaf.image.href}`} />
          <meta property="og:image:width" content={String(leaf.image.width)} />
          <meta property="og:image:height" content={String(leaf.image.height)} />
          <meta property="og:image:alt" content={leaf.image.alternative} />
        </>
      )}
      <meta name="twitter:card" content={leaf.image ? "summary_large_image" : "summary"} />
    </>
  );
}

function inLocale(visit: Visit, leaf: Leaf, locale: string): string {
  return visit.link(visit.path, leaf.keep).replace(/^\/[a-z]{2}(?=\/|\?|$)/, `/${locale}`);
}

function Header({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const { t, locale } = visit;
  const nav = ["jurisdictions", "questions", "compare", "positions", "instruments", "duties", "updates", "figures"] as const;
  return (
    <header class="top">
      <p class="name">
        <a href={visit.link("")}>{t("frame.site")}</a>
      </p>
      <atlas-exit>
        <a class="exit" href={EXIT} rel="noreferrer nofollow">
          {t("frame.exit")}
        </a>
      </atlas-exit>
      {visit.path !== "/search" && visit.path !== "" && (
        <atlas-search class="find" data-lang={locale} data-label={t("frame.suggestions")}>
          <form action={visit.link("/search")} role="search">
            <label class="hide" for="q">
              {t("frame.search")}
            </label>
            <input id="q" name="q" type="search" autocomplete="off" placeholder={t("frame.search")} />
            <TimeFields visit={visit} />
            <button type="submit">{t("frame.find")}</button>
          </form>
        </atlas-search>
      )}
      <nav aria-label={t("frame.main-navigation")}>
        <ul>
          {nav.map((one) => (
            <li>
              <a href={visit.link(`/${one}`)} aria-current={visit.path === `/${one}` ? "page" : undefined}>
                {t(`frame.nav-${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ul class="tools">
        <li>
          <details class="languages">
            <summary>
              <span class="hide">{t("frame.language")} </span>
              {LOCALE_NAMES[locale]}
            </summary>
            <ul>
              {SITE_LOCALES.filter((other) => other !== locale).map((other) => (
                <li>
                  <a
                    href={inLocale(visit, leaf, other)}
                    hreflang={other}
                    lang={other}
                    dir={direction(other) === direction(locale) ? undefined : direction(other)}
                  >
                    {LOCALE_NAMES[other]}
                  </a>
                </li>
              ))}
              <li>
                <a href={visit.link("/languages")}>{t("frame.language-states")}</a>
              </li>
            </ul>
          </details>
        </li>
        <li>
          <a href={visit.link("/services", leaf.place ? { place: leaf.place } : {})}>{t("frame.help")}</a>
        </li>
      </ul>
    </header>
  );
}

function Crumbs({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  return (
    <nav class="crumbs" aria-label={visit.t("frame.crumbs")}>
      <ol>
        <li>
          <a href={visit.link("")}>{visit.t("frame.home")}</a>
        </li>
        {(leaf.crumbs ?? []).map((crumb) => (
          <li>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Says once a page that it shows texts which a machine translated, or which are not translated yet. */
function Marks({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const shown = (["machine", "stale", "missing"] as const).filter((state) => visit.marks.has(state));
  if (visit.locale === "en") return <></>;
  // What was filled into a form must not become part of an address.
  const query = leaf.fresh ? { ...leaf.keep } : Object.fromEntries(visit.query);
  const beside = { ...query, beside: visit.beside ? "" : "en" };
  return (
    <p class="marks">
      {shown.map((state) => `${visit.t(`frame.mark-${state}`)} `)}
      {tallyOf(visit.locale).machine > 0 && `${visit.t("frame.mark-interface")} `}
      {(visit.beside || shown.some((state) => state !== "missing")) && (
        <>
          <a href={visit.link(visit.path, beside)}>{visit.t(visit.beside ? "frame.beside-hide" : "frame.beside-show")}</a> ·{" "}
        </>
      )}
      <a href={visit.link(visit.path, { ...query, beside: "" }).replace(/^\/[a-z]{2}(?=\/|\?|$)/, "/en")} hreflang="en">
        {visit.t("frame.read-english")}
      </a>
    </p>
  );
}

/** Watching, following and correcting what the page shows. */
function Follow({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const { t } = visit;
  // Forms and personal pages are no record; a campaign that can be signed is one.
  if ((leaf.fresh && !leaf.record) || leaf.status) return <></>;
  return (
    <p class="follow">
      {leaf.watch && (
        <>
          <a href={visit.link("/alerts", { ...leaf.watch, at: "", known: "" })}>{t("frame.watch")}</a> ·{" "}
        </>
      )}
      {(leaf.feeds ?? []).slice(0, 1).map((feed) => (
        <>
          <a href={feed.href} type="application/atom+xml">
            {t("frame.feed")}
          </a>{" "}
          ·{" "}
        </>
      ))}
      <a href={visit.link("/feedback", { page: visit.link(visit.path, leaf.keep), at: "", known: "" })} rel="nofollow">
        {t("frame.wrong")}
      </a>
    </p>
  );
}

function TakeAlong({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const { t } = visit;
  // A download holds every row of the view, whichever page of it is open.
  const kept = Object.entries({ ...visit.time, ...leaf.keep, ...leaf.asked }).filter(([name, value]) => value !== "" && name !== "page");
  const query = new URLSearchParams([...kept, ["lang", visit.locale]]).toString();
  const mark = punctuation(visit.locale);
  const address = `${visit.origin}${visit.link(visit.path, leaf.keep)}`;
  return (
    <section class="along" aria-labelledby="along">
      <h2 id="along">{t("frame.along")}</h2>
      <p>
        {t("frame.download")} <a href={`/api${leaf.data}.csv?${query}`}>CSV</a> · <a href={`/api${leaf.data}.json?${query}`}>JSON</a>
        {leaf.record?.kind === "dataset" && (
          <>
            {" "}
            · <a href={`/api${leaf.data}.xlsx?${query}`}>XLSX</a> · <a href={`/api${leaf.data}.parquet?${query}`}>Parquet</a>
          </>
        )}
      </p>
      {leaf.record && (
        <p>
          <a href={visit.link("/history", leaf.record)}>{t("history.record-link")}</a>
        </p>
      )}
      <details>
        <summary>{t("frame.cite")}</summary>
        <p class="citation">
          {t("frame.site")}
          {mark.colon}
          {quoted(leaf.title, visit.locale)}
          {mark.full}
          {t("frame.data-of")} <Time date={visit.catalogue.date} visit={visit} />
          {mark.comma}
          {t("frame.revision")} {visit.revision.id}
          {mark.full}
          <bdi>{address}</bdi>
        </p>
        <p class="citation">{t("frame.cite-bibtex")}</p>
        <pre>{bibtex(leaf, visit, address)}</pre>
      </details>
    </section>
  );
}

/** The page as a BibTeX entry: the date of the data and the revision make it say what was read. */
function bibtex(leaf: Leaf, visit: Visit, address: string): string {
  const { t, catalogue, revision } = visit;
  const escaped = leaf.title.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
  return [
    `@misc{safeguard-atlas${visit.path.replace(/[^A-Za-z0-9]+/g, "-")},`,
    `  author = {{${t("frame.site")}}},`,
    `  title = {{${escaped}}},`,
    `  year = {${catalogue.date.slice(0, 4)}},`,
    `  note = {${t("frame.data-of")} ${catalogue.date}, ${t("frame.revision")} ${revision.id}},`,
    `  url = {${address}}`,
    "}",
  ].join("\n");
}

function Footer({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
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
  ] as const;
  return (
    <footer class="end">
      <p class="care">
        <a href={visit.link("/services", leaf.place ? { place: leaf.place } : {})}>{t("frame.help-near")}</a> · {t("frame.care")}
      </p>
      <nav aria-label={t("frame.more-navigation")}>
        <ul>
          {pages.map((one) => (
            <li>
              <a href={visit.link(`/${one}`)}>{t(`frame.nav-${one}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="state">
        {t("frame.data-of")} <Time date={visit.catalogue.date} visit={visit} /> · {t("frame.revision")} {visit.revision.id} · {t("frame.unreviewed")} ·{" "}
        {t("frame.not-advice")}
        <span class="paper"> · {`${visit.origin}${visit.link(visit.path, leaf.keep)}`}</span>
      </p>
    </footer>
  );
}

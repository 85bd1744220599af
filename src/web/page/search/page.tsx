import { PAGE_SIZE, type SearchView, searchView } from "../../../api/search/view.ts";
import { WATCH_KINDS } from "../../../search/watch.ts";
import type { Hit, SearchResult } from "../../../store/reader.ts";
import { DateBar, TimeFields } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { Pager } from "../../part/pager.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { addressOf } from "./address.ts";

/** Places that a facet shows before it folds the rest. */
const FACET_SHOWN = 12;

/** `/search?q=`: everything that fits, with facets, or an honest "nothing". */
export const searchPage: Page = async (visit) => {
  const view = await searchView(visit);
  const { t } = visit;
  const title = view.words ? t("search.title-words", { words: view.words }) : t("frame.search");
  return {
    title,
    description: t("search.description"),
    index: false,
    crumbs: [],
    keep: { q: view.words, kind: view.kind, place: view.place, topic: view.topic, page: view.page > 1 ? String(view.page) : "" },
    ...(view.words ? { data: "/search" } : {}),
    watch: watchOf(view),
    feeds:
      view.words || view.place || view.topic
        ? (["changes", "updates"] as const).map((list) => feedOf(visit, list, { q: view.words, place: view.place, topic: view.topic }, view.words))
        : [],
    body: (
      <>
        <h1>{title}</h1>
        <SearchForm view={view} visit={visit} />
        {visit.past && <DateBar visit={visit} />}
        {view.result ? <Found view={view} result={view.result} visit={visit} /> : <Hints visit={visit} />}
      </>
    ),
  };
};

/** What of a search can be watched. A kind of which nobody is told is left out, so that the rest can be. */
function watchOf({ words, kind, place, topic }: SearchView): Leaf["watch"] {
  return words || place || topic ? { q: words, kind: WATCH_KINDS.includes(kind) ? kind : "", place, topic } : undefined;
}

function SearchForm({ view, visit }: { view: SearchView; visit: Visit }) {
  return (
    <atlas-search class="large" data-lang={visit.locale} data-label={visit.t("frame.suggestions")}>
      <form action={visit.link("/search")} role="search">
        <label class="hide" for="q">
          {visit.t("frame.search")}
        </label>
        <input id="q" name="q" type="search" value={view.words} autocomplete="off" maxlength={200} />
        <TimeFields visit={visit} />
        <button type="submit">{visit.t("frame.find")}</button>
      </form>
    </atlas-search>
  );
}

function Hints({ visit }: { visit: Visit }) {
  const examples = ["example-1", "example-2", "example-3"].map((key) => visit.t(`search.${key}`));
  return (
    <>
      <p>{visit.t("search.hint")}</p>
      <ul>
        {examples.map((words) => (
          <li>
            <a href={visit.link("/search", { q: words })}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Found({ view, result, visit }: { view: SearchView; result: SearchResult; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <p aria-live="polite">
        {t("search.count", { count: result.total })}
        {result.places.length > 0 && ` ${t("search.places", { places: result.places.map((code) => visit.name(code)).join(punctuation(visit.locale).comma) })}`}
      </p>
      {visit.past && <p class="meta">{t("search.past", { count: view.left })}</p>}
      {result.corrected.map(([typed, read]) => (
        <p>{t("search.corrected", { typed, read })}</p>
      ))}
      {result.total === 0 ? (
        <Nothing visit={visit} />
      ) : (
        <div class="found">
          <div>
            <ol class="hits" start={(view.page - 1) * PAGE_SIZE + 1}>
              {result.hits.map((hit) => (
                <HitRow hit={hit} visit={visit} />
              ))}
            </ol>
            <Pager page={view.page} pages={Math.ceil(result.total / PAGE_SIZE)} to={(page) => pageAddress(view, page, visit)} visit={visit} />
          </div>
          <Facets view={view} result={result} visit={visit} />
        </div>
      )}
    </>
  );
}

function Nothing({ visit }: { visit: Visit }) {
  return (
    <>
      <p>{visit.t("search.nothing")}</p>
      <p>
        <a href={visit.link("/jurisdictions")}>{visit.t("frame.nav-jurisdictions")}</a> ·{" "}
        <a href={visit.link("/questions")}>{visit.t("frame.nav-questions")}</a> · <a href={visit.link("/glossary")}>{visit.t("frame.nav-glossary")}</a>
      </p>
    </>
  );
}

function HitRow({ hit, visit }: { hit: Hit; visit: Visit }) {
  const lang = hit.lang === visit.locale ? undefined : hit.lang;
  return (
    <li>
      <a href={addressOf(hit, visit)} lang={lang}>
        {hit.title}
      </a>
      <span class="meta">
        {" "}
        {visit.t(`search.kind-${hit.kind}`)}
        {hit.jurisdiction && hit.kind !== "jurisdiction" && ` · ${visit.name(hit.jurisdiction)}`}
      </span>
      {hit.passage.length > 0 && <p lang={lang}>{hit.passage.map((part, index) => (index % 2 === 1 ? <mark>{part}</mark> : part))}</p>}
    </li>
  );
}

function Facets({ view, result, visit }: { view: SearchView; result: SearchResult; visit: Visit }) {
  const groups = [
    { field: "kind", chosen: view.kind, counts: result.facets.kinds, label: (value: string) => visit.t(`search.kind-${value}`) },
    { field: "place", chosen: view.place, counts: result.facets.jurisdictions, label: (value: string) => visit.name(value) },
    {
      field: "topic",
      chosen: view.topic,
      counts: result.facets.topics,
      label: (value: string) => visit.say("topic", value, "title", visit.catalogue.topics.get(value)?.title ?? value).text,
    },
  ];
  return (
    <aside aria-labelledby="narrow">
      <h2 id="narrow">{visit.t("search.narrow")}</h2>
      {groups.map((group) => (
        <Facet group={group} view={view} visit={visit} />
      ))}
    </aside>
  );
}

interface FacetGroup {
  readonly field: string;
  readonly chosen: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly label: (value: string) => string;
}

function Facet({ group, view, visit }: { group: FacetGroup; view: SearchView; visit: Visit }) {
  const here: Record<string, string> = { q: view.words, kind: view.kind, place: view.place, topic: view.topic };
  const entries = [...group.counts].sort((a, b) => b[1] - a[1]);
  if (entries.length === 0) return <></>;
  const item = ([value, count]: readonly [string, number]) => (
    <li>
      <a href={visit.link("/search", { ...here, [group.field]: value })} aria-current={value === group.chosen ? "true" : undefined}>
        {group.label(value)}
      </a>{" "}
      <span class="meta">{count}</span>
    </li>
  );
  return (
    <>
      <h3>{visit.t(`search.by-${group.field}`)}</h3>
      {group.chosen && (
        <p>
          <a href={visit.link("/search", { ...here, [group.field]: "" })}>{visit.t("search.all")}</a>
        </p>
      )}
      <ul class="plain">{entries.slice(0, FACET_SHOWN).map(item)}</ul>
      {entries.length > FACET_SHOWN && (
        <details>
          <summary>{visit.t("search.more", { count: entries.length - FACET_SHOWN })}</summary>
          <ul class="plain">{entries.slice(FACET_SHOWN).map(item)}</ul>
        </details>
      )}
    </>
  );
}

function pageAddress(view: SearchView, page: number, visit: Visit): string {
  return visit.link("/search", { q: view.words, kind: view.kind, place: view.place, topic: view.topic, page: page > 1 ? String(page) : "" });
}

import { raw } from "hono/html";
import { direction } from "../../../domain/locale.ts";
import type { MethodText } from "../../method/text.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";

/** The list of texts on method, with a sentence on each. */
export const methodList: Page = async (visit): Promise<Leaf> => {
  const { t } = visit;
  const texts = await visit.assets.methods(visit.locale);
  return {
    title: t("method.title"),
    description: t("method.lead"),
    crumbs: [{ href: visit.link("/method"), label: t("frame.nav-method") }],
    body: (
      <>
        <h1>{t("method.title")}</h1>
        <p class="lead">{t("method.lead")}</p>
        <MethodTexts texts={texts} visit={visit} />
      </>
    ),
  };
};

/** A text on method; null when there is none of this name. */
export const methodTextPage: Page = async (visit): Promise<Leaf | null> => {
  const { t } = visit;
  const text = (await visit.assets.methods(visit.locale)).find(({ slug }) => slug === visit.params["slug"]);
  if (!text) return null;
  const lang = langOf(text, visit);
  return {
    title: text.title,
    description: sentenceOn(text, visit) || text.title,
    crumbs: [
      { href: visit.link("/method"), label: t("frame.nav-method") },
      { href: visit.link("/methods"), label: t("method.title") },
    ],
    body: (
      <article class="method" lang={lang} dir={lang && direction(text.lang)}>
        <h1>{text.title}</h1>
        <Mark text={text} visit={visit} />
        {text.headings.length > 2 && (
          <nav aria-label={t("method.contents")} lang={lang && visit.locale}>
            <ul class="inline" lang={lang}>
              {text.headings.map(({ id, text: words }) => (
                <li>
                  <a href={`#${id}`}>{words}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {raw(linked(text.html, visit))}
      </article>
    ),
  };
};

/** The texts on method as a list of links, each with its sentence. */
export function MethodTexts({ texts, visit }: { texts: readonly MethodText[]; visit: Visit }) {
  return (
    <dl class="methods">
      {texts.map((text) => (
        <>
          <dt>
            <a href={visit.link(`/methods/${text.slug}`)} lang={langOf(text, visit)}>
              {text.title}
            </a>
          </dt>
          <dd>{sentenceOn(text, visit)}</dd>
        </>
      ))}
    </dl>
  );
}

/** Says in one line that a machine made the text, that it is older than its source, or that it is not translated. */
function Mark({ text, visit }: { text: MethodText; visit: Visit }) {
  const { t, locale } = visit;
  if (text.state === "source" || text.state === "reviewed") return <></>;
  return (
    <p class="marks" lang={text.lang === locale ? undefined : locale} dir={text.lang === locale ? undefined : direction(locale)}>
      {t(`method.mark-${text.state}`)}
      {text.state !== "missing" && (
        <>
          {" "}
          <a href={visit.link(visit.path).replace(/^\/[a-z]{2}(?=\/)/, "/en")} hreflang="en">
            {t("frame.read-english")}
          </a>
        </>
      )}
    </p>
  );
}

/** The texts that have a sentence in the messages; one that is new has none until somebody writes it. */
const SAID: ReadonlySet<string> = new Set(["adoption", "alignment", "brief", "deadlines", "event-study", "rates", "snapshots", "source-grades", "timelines"]);

function sentenceOn({ slug }: MethodText, { t }: Visit): string {
  return SAID.has(slug) ? t(`method.${slug}`) : "";
}

function langOf(text: MethodText, visit: Visit): string | undefined {
  return text.lang === visit.locale ? undefined : text.lang;
}

/** Bare slugs are links to other texts on method: they get the page's language and its times. */
function linked(html: string, visit: Visit): string {
  return html.replace(
    / href="([a-z0-9-]+)(#[^"]*)?"/g,
    (_, slug: string, part = "") => ` href="${visit.link(`/methods/${slug}`).replaceAll("&", "&amp;")}${part}"`,
  );
}

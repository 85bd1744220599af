import { TESTIMONY_SHOWN } from "../../../api/testimony/view.ts";
import type { Testimony } from "../../../domain/testimony.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Testimony in two lines each: date, kind, who said it; then the title, leading to its page. */
export function TestimonyLinks({ testimonies, visit }: { testimonies: readonly Testimony[]; visit: Visit }) {
  return (
    <ul class="plain lines">
      {testimonies.map((one) => (
        <li>
          <span class="meta">
            <Time date={one.date} visit={visit} /> · {visit.t(`testimony.kind-${one.kind}`)} · <Organisations testimony={one} visit={visit} />
          </span>
          <br />
          <a href={visit.link(`/testimony/${one.id}`)}>
            <Say said={visit.say("testimony", one.id, "title", one.title)} visit={visit} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Testimony about what a page is about, the newest first; nothing where there is none. `all` leads to the whole list. */
export function TestimonyAbout({ testimonies, all, visit }: { testimonies: readonly Testimony[]; all?: Readonly<Record<string, string>>; visit: Visit }) {
  const { t } = visit;
  if (testimonies.length === 0) return <></>;
  return (
    <>
      <h2>{t("testimony.about")}</h2>
      <ul>
        {testimonies.slice(0, TESTIMONY_SHOWN).map((one) => (
          <li>
            <a href={visit.link(`/testimony/${one.id}`)}>
              <Say said={visit.say("testimony", one.id, "title", one.title)} visit={visit} />
            </a>{" "}
            <span class="meta">
              <Time date={one.date} visit={visit} />
            </span>
          </li>
        ))}
      </ul>
      {all && testimonies.length > TESTIMONY_SHOWN && (
        <p>
          <a href={visit.link("/testimony", all)}>{t("testimony.about-all", { count: testimonies.length })}</a>
        </p>
      )}
    </>
  );
}

/** The organisations that speak in a document; names stand as the document writes them. */
export function Organisations({ testimony, visit }: { testimony: Testimony; visit: Visit }) {
  const names = [...new Set(testimony.speakers.map((one) => one.organisation || one.name))];
  return (
    <>
      {names.map((name, index) => (
        <>
          {index > 0 && punctuation(visit.locale).comma}
          <bdi>{name}</bdi>
        </>
      ))}
    </>
  );
}

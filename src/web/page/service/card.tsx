import { SERVICE_KINDS } from "../../../api/service/view.ts";
import type { Locale } from "../../../domain/locale.ts";
import type { Service } from "../../../domain/service.ts";
import { Flags } from "../../part/flag.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Services as cards: who, what for, how to reach them, how sure that is. */
export function Cards({ services, visit }: { services: readonly Service[]; visit: Visit }) {
  return (
    <ul class="plain services">
      {services.map((service) => (
        <Card service={service} visit={visit} />
      ))}
    </ul>
  );
}

const KNOWN: ReadonlySet<string> = new Set(SERVICE_KINDS);

function Card({ service, visit }: { service: Service; visit: Visit }) {
  const { t } = visit;
  const source = visit.catalogue.sources.get(service.source);
  const name = <Say said={visit.say("service", service.id, "organisation", service.organisation)} visit={visit} />;
  return (
    <li>
      <p>
        <strong>
          {service.url ? (
            <a href={service.url} rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </strong>{" "}
        <span class="meta">{KNOWN.has(service.kind) ? t(`service.kind-${service.kind}`) : service.kind}</span>
      </p>
      {service.phone && (
        <p>
          {t("service.phone")}{" "}
          <b class="phone" dir="ltr">
            {service.phone}
          </b>{" "}
          {service.confirmed ? (
            <span class="meta">
              {t("service.confirmed")} <Time date={service.confirmed} visit={visit} />
            </span>
          ) : (
            <span class="flag">{t("service.unconfirmed")}</span>
          )}
        </p>
      )}
      {service.note && (
        <p class="quiet">
          <Say said={visit.say("service", service.id, "note", service.note)} visit={visit} />
        </p>
      )}
      <p class="meta">
        {service.languages.length > 0 && (
          <>
            {t("service.languages")} {languageNames(service.languages, visit.locale)}
            {" · "}
          </>
        )}
        {service.inhope === "yes" && <>{t("service.inhope")} · </>}
        {source && (
          <a href={source.url} rel="noreferrer">
            {t("service.read-on")}
          </a>
        )}{" "}
        <Time date={service.read} visit={visit} />
        <Flags flags={service.flags.filter((flag) => flag !== "number-unconfirmed")} visit={visit} />
        {" · "}
        <a href={visit.link("/history", { kind: "service", id: service.id })}>{t("history.history")}</a>
      </p>
    </li>
  );
}

/** Names of languages in the reader's; a code that is none stays as it is. */
function languageNames(codes: readonly string[], locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return codes
    .map((code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    })
    .join(punctuation(locale).comma);
}

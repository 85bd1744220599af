import type { Fault } from "../../../api/fault.ts";
import { direction, LOCALE_NAMES, SITE_LOCALES, type SiteLocale } from "../../../domain/locale.ts";
import { WATCH_PARAMETERS } from "../../../domain/watch.ts";
import { RHYTHMS, type Rhythm } from "../../../store/desk/person.ts";
import { numberText } from "../../part/date.ts";
import { errorId, FieldError, invalid } from "../../part/field.tsx";
import { GuardFields } from "../../part/guard.tsx";
import type { Visit } from "../../visit.ts";
import { type Asked, isBroad } from "./asked.ts";

/** The form that asks for an address, and how and when it shall be written to. */
export function SignUpForm({ asked, count, fault, visit }: { asked: Asked; count: number; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="sign-up">
      <h2 id="sign-up">{t("alert.sign-up")}</h2>
      <form class="finder" action={visit.link("/alerts", { at: "", known: "" })} method="post" aria-labelledby="sign-up">
        {WATCH_PARAMETERS.map((name) => asked.watching.parameters[name] && <input type="hidden" name={name} value={asked.watching.parameters[name]} />)}
        <div class="fields">
          <RhythmField chosen={asked.rhythm} visit={visit} />
          <LanguageField chosen={asked.locale} visit={visit} />
        </div>
        <ul class="ticks long">
          <li>
            <label>
              <input type="checkbox" name="recodings" value="yes" checked={asked.recodings} /> {t("alert.recodings")}
            </label>
          </li>
          {isBroad(count) && (
            <li>
              <label>
                <input type="checkbox" name="broad" value="yes" checked={asked.broad} {...invalid(fault, "broad")} />{" "}
                {t("alert.broad", { count: numberText(count, visit.locale) })}
              </label>
              <FieldError fault={fault} field="broad" words={t("alert.broad-wrong")} visit={visit} />
            </li>
          )}
        </ul>
        <AddressField asked={asked.address} fault={fault} visit={visit} />
        <GuardFields form="alert" visit={visit} />
        <p class="act">
          <button type="submit">{t("alert.submit")}</button>
        </p>
      </form>
    </section>
  );
}

/** The field for the address, with what becomes of it. */
export function AddressField({ asked, fault, visit }: { asked: string; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  const wrong = invalid(fault, "address");
  return (
    <>
      <p>
        <label for="a-address">{t("alert.address")}</label>
        <input
          id="a-address"
          name="address"
          type="email"
          autocomplete="email"
          dir="ltr"
          size={32}
          maxlength={254}
          required
          value={asked}
          {...wrong}
          aria-describedby={wrong["aria-invalid"] ? `${errorId("address")} a-note` : "a-note"}
        />
        <FieldError fault={fault} field="address" words={t("alert.address-wrong")} visit={visit} />
      </p>
      <p class="meta" id="a-note">
        {t("alert.address-note")} <a href={`${visit.link("/privacy")}#taking-part`}>{t("frame.nav-privacy")}</a>
      </p>
    </>
  );
}

/** How often letters come. */
export function RhythmField({ chosen, visit }: { chosen: Rhythm; visit: Visit }) {
  return (
    <p>
      <label for="a-rhythm">{visit.t("alert.rhythm")}</label>
      <select id="a-rhythm" name="rhythm">
        {RHYTHMS.map((one) => (
          <option value={one} selected={one === chosen}>
            {visit.t(`alert.rhythm-${one}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** In which language letters come. */
export function LanguageField({ chosen, visit }: { chosen: SiteLocale; visit: Visit }) {
  return (
    <p>
      <label for="a-language">{visit.t("alert.language")}</label>
      <select id="a-language" name="language">
        {SITE_LOCALES.map((one) => (
          <option value={one} lang={one} dir={direction(one)} selected={one === chosen}>
            {LOCALE_NAMES[one]}
          </option>
        ))}
      </select>
    </p>
  );
}

import { type Signed, signersOf } from "../../../api/campaign/view.ts";
import { Fault } from "../../../api/fault.ts";
import type { Campaign } from "../../../domain/campaign.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import type { SignatureAsked } from "../../../store/desk/signature.ts";
import { FieldError, invalid } from "../../part/field.tsx";
import { PlaceOptions } from "../../part/filter.tsx";
import { GuardFields } from "../../part/guard.tsx";
import type { Visit } from "../../visit.ts";

/** The name of the form to the guard. */
export const SIGN_FORM = "sign";

const LONGEST_NAME = 120;
const LONGEST_OFFICE = 160;

/** What was filled in, or the first field that cannot be taken. The address is never given back in a message. */
export function askedOf(
  campaign: Campaign,
  what: Signed,
  { query, catalogue }: Visit,
): { readonly asked: SignatureAsked; readonly fault: null } | { readonly asked: null; readonly fault: Fault } {
  const wrong = (field: string, message: string) => ({ asked: null, fault: new Fault(400, field, message) });
  const read = (name: string): string => (query.get(name) ?? "").trim().normalize("NFC");
  const signers = signersOf(campaign, what);
  const signer = signers.length === 1 ? signers[0] : signers.find((one) => one === query.get("signer"));
  const [name, office, place] = [read("name"), read("office"), read("place")];
  const address = mailboxOf(query.get("email") ?? "");
  if (!signer) return wrong("signer", "Choose who signs.");
  if (name.length < 2 || name.length > LONGEST_NAME || !isLine(name)) return wrong("name", "The name cannot be read.");
  if (office.length > LONGEST_OFFICE || !isLine(office)) return wrong("office", "The office cannot be read.");
  if (place !== "" && !catalogue.jurisdictions.has(place)) return wrong("place", "There is no such place.");
  if (address === null) return wrong("email", "The e-mail address cannot be read.");
  return { asked: { campaign: campaign.id, what, signer, name, office, place, address, shown: query.get("shown") === "yes" }, fault: null };
}

/** One line of ordinary text: no control characters, nothing that turns the direction of what stands after it, no address of a page. */
function isLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|:\/\//u.test(text);
}

/** The form to sign. It is shown again as it was filled in, with a message beside the field that cannot be taken. */
export function SignForm({ campaign, what, fault, visit }: { campaign: Campaign; what: Signed; fault: Fault | null; visit: Visit }) {
  const { t, query } = visit;
  const signers = signersOf(campaign, what);
  const value = (name: string): string => query.get(name) ?? "";
  const countries = [...visit.catalogue.jurisdictions.values()].filter(({ kind }) => kind === "state" || kind === "territory").map((one) => one.id);
  return (
    <form method="post" action={visit.link(visit.path, { at: "", known: "" })} class="sign">
      <input type="hidden" name="what" value={what} />
      <GuardFields form={SIGN_FORM} visit={visit} />
      {signers.length > 1 && (
        <fieldset {...invalid(fault, "signer")}>
          <legend>{t("signature.signer")}</legend>
          {signers.map((one) => (
            <label>
              <input type="radio" name="signer" value={one} required checked={value("signer") === one} /> {t(`signature.signer-${one}`)}
            </label>
          ))}
          <FieldError fault={fault} field="signer" words={t("signature.wrong-signer")} visit={visit} />
        </fieldset>
      )}
      <p>
        <label for="s-name">{t("signature.name")}</label>
        <input id="s-name" name="name" required maxlength={LONGEST_NAME} autocomplete="name" dir="auto" value={value("name")} {...invalid(fault, "name")} />
        <FieldError fault={fault} field="name" words={t("signature.wrong-name")} visit={visit} />
      </p>
      <p>
        <label for="s-office">{t("signature.office")}</label>
        <input
          id="s-office"
          name="office"
          maxlength={LONGEST_OFFICE}
          autocomplete="organization-title"
          dir="auto"
          value={value("office")}
          {...invalid(fault, "office")}
        />
        <FieldError fault={fault} field="office" words={t("signature.wrong-office")} visit={visit} />
      </p>
      <p>
        <label for="s-place">{t("signature.place")}</label>
        <select id="s-place" name="place" autocomplete="country" {...invalid(fault, "place")}>
          <option value="">{t("signature.place-none")}</option>
          <PlaceOptions codes={countries} chosen={value("place")} visit={visit} />
        </select>
        <FieldError fault={fault} field="place" words={t("signature.wrong-place")} visit={visit} />
      </p>
      <p>
        <label for="s-email">{t("signature.email")}</label>
        <input
          id="s-email"
          name="email"
          type="email"
          required
          maxlength={254}
          autocomplete="email"
          dir="ltr"
          value={value("email")}
          {...invalid(fault, "email")}
        />
        <FieldError fault={fault} field="email" words={t("signature.wrong-email")} visit={visit} />
      </p>
      <p>
        <label class="tick">
          <input type="checkbox" name="shown" value="yes" checked={value("shown") === "yes"} /> {t("signature.shown")}
        </label>
      </p>
      <p class="meta">
        {t("signature.kept")} <a href={visit.link("/privacy", { at: "", known: "" })}>{t("frame.nav-privacy")}</a>
      </p>
      <p>
        <button type="submit">{t("signature.send")}</button>
      </p>
    </form>
  );
}

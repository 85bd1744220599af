import { type OwnSignature, seenOf } from "../../../store/desk/signature.ts";
import type { Visit } from "../../visit.ts";

/** What the reader is about to confirm: a link alone changes nothing, since programs follow the links of mails too. */
export function Confirm({ signature, token, visit }: { signature: OwnSignature; token: string; visit: Visit }) {
  const { t } = visit;
  const path = visit.link(visit.path, { at: "", known: "" });
  return (
    <>
      {signature.confirmed ? <p>{t("signature.already")}</p> : <p>{t("signature.confirm-lead")}</p>}
      <Own signature={signature} visit={visit} />
      {!signature.confirmed && (
        <form method="post" action={path}>
          <input type="hidden" name="token" value={token} />
          {visit.part && <input type="hidden" name="seen" value={seenOf(visit.part.desk, signature)} />}
          <p>
            <button type="submit">{t("signature.confirm")}</button>
          </p>
        </form>
      )}
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="act" value="delete" />
        <p>
          <button type="submit">{t(signature.confirmed ? "signature.withdraw" : "signature.not-me")}</button>
        </p>
      </form>
    </>
  );
}

/** What the reader is about to take back. */
export function Withdrawal({ signature, withdrawal, visit }: { signature: OwnSignature; withdrawal: string; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <Own signature={signature} visit={visit} />
      <p>{t("signature.withdraw-lead")}</p>
      <form method="post" action={visit.link(visit.path, { at: "", known: "" })}>
        <input type="hidden" name="withdraw" value={withdrawal} />
        <p>
          <button type="submit">{t("signature.withdraw")}</button>
        </p>
      </form>
    </>
  );
}

function Own({ signature: { name, office, place, shown }, visit }: { signature: OwnSignature; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <ul class="plain">
        {[name, office].filter(Boolean).map((one) => (
          <li>
            <bdi>{one}</bdi>
          </li>
        ))}
        {place && <li>{visit.name(place)}</li>}
      </ul>
      <p>{t(shown ? "signature.public" : "signature.hidden")}</p>
    </>
  );
}

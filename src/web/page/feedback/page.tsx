import { nameOf } from "../../../api/correction/view.ts";
import type { Fault } from "../../../api/fault.ts";
import { type Subject, subjectOf } from "../../../api/subject.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import { LONGEST, leaveFeedback } from "../../../store/desk/feedback.ts";
import { attempt, errorId, FieldError, invalid } from "../../part/field.tsx";
import { GuardFields, refusalStatus, refusalWords } from "../../part/guard.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { checked, type Written, writtenIn } from "./form.ts";
import { NotHere } from "./place.tsx";

/** `/feedback?page=…`: the form for what is wrong on a page. */
export const feedbackPage: Page = async (visit) => leafOf(visit, { written: writtenIn(new URLSearchParams({ page: visit.query.get("page") ?? "" })) });

/** The posted form: stores it and gives its number, or shows it again as it was filled in. */
export const feedbackSent: Page = async (visit) => {
  const written = writtenIn(visit.query);
  const { part } = visit;
  if (!part) return { ...leafOf(visit, { written }), status: 503 };
  const { value: subject, fault } = await attempt(() => checked(visit, written));
  if (!subject) return { ...leafOf(visit, { written, fault }), status: 400 };
  const refusal = await part.guard.judge("feedback", visit.query, visit.from, visit.now);
  if (refusal) return { ...leafOf(visit, { written, refused: refusalWords(refusal, visit) }), status: refusalStatus(refusal) };
  const { page, kind, record } = subject;
  const email = part.mail ? (mailboxOf(written.email) ?? "") : "";
  const reference = await leaveFeedback(part.desk, { ...written, page, kind, record, email, locale: visit.locale }, visit.now);
  return leafOf(visit, { written, reference, answer: email !== "" });
};

interface Shown {
  readonly written: Written;
  readonly fault?: Fault | null;
  /** Why the form was not taken. */
  readonly refused?: string;
  /** The number of what was stored. */
  readonly reference?: string;
  readonly answer?: boolean;
}

function leafOf(visit: Visit, shown: Shown): Leaf {
  const { t } = visit;
  const subject = subjectOf(visit, shown.written.page, visit.origin);
  const body = shown.reference ? (
    <Thanks shown={shown} subject={subject} visit={visit} />
  ) : (
    <>
      <NotHere subject={subject} visit={visit} />
      {visit.part ? <Form shown={shown} subject={subject} visit={visit} /> : <p>{t("guard.unset")}</p>}
      <h2>{t("feedback.kept")}</h2>
      <p>{t("feedback.kept-text")}</p>
      <p>
        <a href={visit.link("/corrections")}>{t("feedback.log")}</a>
      </p>
    </>
  );
  return {
    title: t("feedback.title"),
    description: t("feedback.description"),
    crumbs: [],
    index: false,
    fresh: true,
    keep: { page: subject?.page ?? "" },
    place: subject?.place || undefined,
    body: (
      <>
        <h1>{t("feedback.title")}</h1>
        <p class="lead">{t("feedback.description")}</p>
        {body}
      </>
    ),
  };
}

function Thanks({ shown, subject, visit }: { shown: Shown; subject: Subject | null; visit: Visit }) {
  const { t } = visit;
  return (
    <div role="status">
      <p>
        <strong>{t("feedback.thanks")}</strong> {t("feedback.reference", { reference: shown.reference ?? "" })}
      </p>
      {shown.answer && <p>{t("feedback.answer")}</p>}
      <p>
        {subject && (
          <>
            <a href={subject.page}>{t("feedback.back")}</a> ·{" "}
          </>
        )}
        <a href={visit.link("/corrections")}>{t("feedback.log")}</a>
      </p>
    </div>
  );
}

function Form({ shown, subject, visit }: { shown: Shown; subject: Subject | null; visit: Visit }) {
  const { t } = visit;
  const { written, fault, refused } = shown;
  const wrong = (field: keyof Written, most = 0) => (
    <FieldError fault={fault} field={field} words={fault?.field === field ? t(`feedback.wrong-${field}`, { most }) : ""} visit={visit} />
  );
  return (
    <form class="finder" method="post" action={visit.link("/feedback")} aria-labelledby="form">
      <h2 id="form">{t("feedback.form")}</h2>
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <About subject={subject} written={written} fault={fault} visit={visit} />
      <p>
        <label for="what">{t("feedback.what")}</label>
        <textarea id="what" name="what" rows={6} required maxlength={LONGEST.what} autocomplete="off" dir="auto" {...described(fault, "what", "what-note")}>
          {written.what}
        </textarea>
        {wrong("what", LONGEST.what)}
        <span class="meta" id="what-note">
          {t("feedback.what-note", { most: LONGEST.what })}
        </span>
      </p>
      <p>
        <label for="suggested">{t("feedback.suggested")}</label>
        <textarea id="suggested" name="suggested" rows={2} maxlength={LONGEST.suggested} autocomplete="off" dir="auto" {...invalid(fault, "suggested")}>
          {written.suggested}
        </textarea>
        {wrong("suggested", LONGEST.suggested)}
      </p>
      <p>
        <label for="source">{t("feedback.source")}</label>
        <input
          id="source"
          name="source"
          type="url"
          dir="ltr"
          size={50}
          maxlength={LONGEST.source}
          autocomplete="off"
          value={written.source}
          {...described(fault, "source", "source-note")}
        />
        {wrong("source", LONGEST.source)}
        <span class="meta" id="source-note">
          {t("feedback.source-note")}
        </span>
      </p>
      {visit.part?.mail ? (
        <p>
          <label for="email">{t("feedback.email")}</label>
          <input
            id="email"
            name="email"
            type="email"
            dir="ltr"
            size={30}
            maxlength={LONGEST.email}
            autocomplete="email"
            value={written.email}
            {...described(fault, "email", "email-note")}
          />
          {wrong("email")}
          <span class="meta" id="email-note">
            {t("feedback.email-note")}
          </span>
        </p>
      ) : (
        <p class="meta">{t("feedback.email-off")}</p>
      )}
      <GuardFields form="feedback" visit={visit} />
      <p class="act">
        <button type="submit">{t("feedback.send")}</button>
      </p>
    </form>
  );
}

/** The page and the record, by name; a field for its address where the link named none. */
function About({ subject, written, fault, visit }: { subject: Subject | null; written: Written; fault: Fault | null | undefined; visit: Visit }) {
  const { t } = visit;
  const about = subject && nameOf(visit, subject.kind, subject.record);
  if (subject)
    return (
      <p>
        {t("feedback.about")}
        {punctuation(visit.locale).colon}
        {about && (
          <>
            <strong lang={about.name.lang === visit.locale ? undefined : about.name.lang}>{about.name.words}</strong>{" "}
          </>
        )}
        <a href={subject.page}>
          <bdi dir="ltr">{subject.page}</bdi>
        </a>
        <input type="hidden" name="page" value={subject.page} />
      </p>
    );
  return (
    <p>
      <label for="page">{t("feedback.page")}</label>
      <input id="page" name="page" dir="ltr" size={50} required maxlength={LONGEST.page} autocomplete="off" value={written.page} {...invalid(fault, "page")} />
      <FieldError fault={fault} field="page" words={t("feedback.wrong-page")} visit={visit} />
      {!fault && written.page !== "" && <span class="error">{t("feedback.page-unknown")}</span>}
    </p>
  );
}

/** A field with a note below it, and with the message beside it while its value cannot be read. */
function described(fault: Fault | null | undefined, field: string, note: string): Record<string, string | undefined> {
  const wrong = fault?.field === field;
  return { "aria-invalid": wrong ? "true" : undefined, "aria-describedby": wrong ? `${errorId(field)} ${note}` : note };
}

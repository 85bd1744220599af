import { checkCodebook } from "./check/codebook.ts";
import { checkCodings } from "./check/coding.ts";
import { checkDates } from "./check/date.ts";
import { Desk } from "./check/desk.ts";
import { checkFiles, checkForm } from "./check/file.ts";
import { checkIdentity } from "./check/identity.ts";
import { checkReferences } from "./check/reference.ts";
import { checkSnapshots } from "./check/snapshot.ts";
import { checkStatistics } from "./check/statistic.ts";
import { checkTexts } from "./check/text.ts";
import { byText } from "./layout.ts";
import type { Problem } from "./problem.ts";
import type { Read } from "./read.ts";

/**
 * Finds every defect of the record in one run, by file and line: what the reading found, and ids, references,
 * answers, dates, overlaps, statistics, translations and the form of the files. An empty list means a sound record.
 */
export function checkRecords(read: Read): Problem[] {
  const desk = new Desk(read);
  checkIdentity(desk);
  checkReferences(desk);
  checkCodebook(desk);
  checkCodings(desk);
  checkDates(desk);
  checkStatistics(desk);
  checkSnapshots(desk);
  checkTexts(desk);
  checkFiles(desk);
  checkForm(desk);
  return desk.problems.sort((one, other) => byText(one.file, other.file) || one.line - other.line);
}

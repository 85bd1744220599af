/** Doubts of a known sort that a record can carry, in the order in which they are shown. */
export const FLAGS = [
  "weak-source",
  "old-text",
  "sources-disagree",
  "inferred",
  "moving-law",
  "thin-topic",
  "easily-misread",
  "survey",
  "partial-coverage",
  "date-uncertain",
  "number-unconfirmed",
  "under-this-law",
] as const;

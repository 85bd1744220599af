-- The coding that starts last stands beside its pair: a question about today is then answered without a look at the periods.
ALTER TABLE record.pair ADD COLUMN last_end date, ADD COLUMN last_version bigint, ADD COLUMN last_part smallint;
COMMENT ON COLUMN record.pair.last_end IS 'the first day for which the coding that starts last no longer speaks; null while it lasts';
UPDATE record.pair p SET last_end = upper(a.valid), last_version = a.version, last_part = a.part
  FROM record.answer a WHERE a.key = p.key AND lower(a.valid) = p.last;

-- Whether the law of a coding began on its first day, or only our reading did: a step through the changes of the law
-- stops at the first kind alone. An end is always a date of the law.
ALTER TABLE record.answer ADD COLUMN dated boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.answer.dated IS 'the first day is the start of the law, not the date of the text or of the reading';
UPDATE record.answer a SET dated = coalesce(a.body, v.body)->>'from' <> '' FROM record.version v WHERE v.id = a.version;

ALTER TABLE record.adoption_day ADD COLUMN dated boolean NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION record.count_adoption(questions integer[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM record.adoption WHERE question = ANY ($1);
  DELETE FROM record.adoption_day WHERE question = ANY ($1);
  DELETE FROM record.adoption_year WHERE question = ANY ($1);
  INSERT INTO record.adoption (question, coded)
    SELECT question, count(*) FROM record.pair WHERE question = ANY ($1) GROUP BY question;
  INSERT INTO record.adoption_day (question, day, state, change, dated)
    SELECT p.question, c.day, a.state, sum(c.change), bool_or(c.dated)
      FROM record.pair p
      JOIN record.answer a ON a.key = p.key
      CROSS JOIN LATERAL (VALUES (lower(a.valid), 1, a.dated), (upper(a.valid), -1, true)) c(day, change, dated)
     WHERE p.question = ANY ($1) AND c.day IS NOT NULL
     GROUP BY p.question, c.day, a.state;
  INSERT INTO record.adoption_year (question, year, state, change)
    SELECT question, extract(year FROM day), state, sum(change)
      FROM record.adoption_day WHERE question = ANY ($1)
     GROUP BY question, extract(year FROM day), state HAVING sum(change) <> 0;
$$;

SELECT record.count_adoption(array_agg(no)) FROM record.question_number;

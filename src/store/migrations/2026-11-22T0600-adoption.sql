-- How many jurisdictions came to an answer and left it, by question, counted once: the curves of all questions are then
-- read without reading an answer. Kept in the transaction of every changeset (src/store/changeset/adoption.ts).
CREATE TABLE record.adoption (
  question integer PRIMARY KEY,
  coded integer NOT NULL CHECK (coded > 0)
);
COMMENT ON COLUMN record.adoption.coded IS 'jurisdictions with a coding of any time';

-- A row for every day on which a coding starts to speak or no longer does. The change may be 0: one came and one left.
CREATE TABLE record.adoption_day (
  question integer NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  change integer NOT NULL,
  PRIMARY KEY (question, day, state)
);
CREATE TABLE record.adoption_year (
  question integer NOT NULL,
  year smallint NOT NULL,
  state text NOT NULL,
  change integer NOT NULL CHECK (change <> 0),
  PRIMARY KEY (question, year, state)
);

/* Counts these questions anew from their answers. */
CREATE FUNCTION record.count_adoption(questions integer[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM record.adoption WHERE question = ANY ($1);
  DELETE FROM record.adoption_day WHERE question = ANY ($1);
  DELETE FROM record.adoption_year WHERE question = ANY ($1);
  INSERT INTO record.adoption (question, coded)
    SELECT question, count(*) FROM record.pair WHERE question = ANY ($1) GROUP BY question;
  INSERT INTO record.adoption_day (question, day, state, change)
    SELECT p.question, c.day, a.state, sum(c.change)
      FROM record.pair p
      JOIN record.answer a ON a.key = p.key
      CROSS JOIN LATERAL (VALUES (lower(a.valid), 1), (upper(a.valid), -1)) c(day, change)
     WHERE p.question = ANY ($1) AND c.day IS NOT NULL
     GROUP BY p.question, c.day, a.state;
  INSERT INTO record.adoption_year (question, year, state, change)
    SELECT question, extract(year FROM day), state, sum(change)
      FROM record.adoption_day WHERE question = ANY ($1)
     GROUP BY question, extract(year FROM day), state HAVING sum(change) <> 0;
$$;

SELECT record.count_adoption(array_agg(no)) FROM record.question_number;

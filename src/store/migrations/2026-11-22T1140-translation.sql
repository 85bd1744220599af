-- The translations of a language and kind of record as one text, with no more than readers need: a start then reads some
-- hundred rows instead of taking each translation apart. Kept in the transaction of every changeset (src/store/changeset/translations.ts).
CREATE TABLE record.translation (
  name text COLLATE "C" PRIMARY KEY,
  texts text NOT NULL
);
-- Compressing what is read at every start would cost more than the space.
ALTER TABLE record.translation ALTER COLUMN texts SET STORAGE EXTERNAL;
COMMENT ON COLUMN record.translation.name IS 'locale.kind';
COMMENT ON COLUMN record.translation.texts IS 'a list of [record, field, text, hash of the text it translates, state], as JSON';

/* Gathers the texts of these languages and kinds anew. */
CREATE FUNCTION record.gather_translations(names text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM record.translation WHERE name = ANY ($1);
  INSERT INTO record.translation (name, texts)
    SELECT n.name, json_agg(json_build_array(b.record, b.field, b.text, b.of, b.state))::text
      FROM unnest($1) AS n(name)
      -- From "fr.term." up to the same with the character that follows the stop: the range that an index can give.
      JOIN record.version v ON v.kind = 'text' AND v.recorded_to IS NULL AND v.body IS NOT NULL
       AND v.record_id >= n.name || '.' AND v.record_id < n.name || '/'
      CROSS JOIN LATERAL json_to_record(v.body) AS b(record text, field text, "text" text, "of" text, state text)
     GROUP BY n.name;
$$;

SELECT record.gather_translations(array_agg(DISTINCT split_part(record_id, '.', 1) || '.' || split_part(record_id, '.', 2)))
  FROM record.latest WHERE kind = 'text';

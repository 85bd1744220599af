-- Finding: one row a record and language, with the terms that it is found by, and the words that typing errors are matched with.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE record.search_document (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  locale text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  owner text COLLATE "C" NOT NULL,
  sort text COLLATE "C" NOT NULL,
  jurisdictions text[] NOT NULL,
  topics text[] NOT NULL,
  title text NOT NULL,
  keys text[] NOT NULL,
  body text NOT NULL,
  lang text NOT NULL,
  weight real NOT NULL CHECK (weight > 0),
  tsv tsvector NOT NULL,
  hash text NOT NULL,
  UNIQUE (locale, kind, record_id)
);
COMMENT ON COLUMN record.search_document.owner IS 'the question of a coding, the position of an argument, the instrument of an obligation';
COMMENT ON COLUMN record.search_document.keys IS 'titles and identifiers as terms, for exact matches';
COMMENT ON COLUMN record.search_document.hash IS 'of all that is written, so that a rebuild touches only what differs';
COMMENT ON COLUMN record.search_document.tsv IS 'terms of our own tokenizer with their places: title and names A, body B, context C, words for the kind D';
CREATE INDEX search_document_tsv ON record.search_document USING gin (tsv);
CREATE INDEX search_document_jurisdictions ON record.search_document USING gin (jurisdictions);

CREATE TABLE record.search_term (
  locale text COLLATE "C" NOT NULL,
  word text COLLATE "C" NOT NULL,
  term text COLLATE "C" NOT NULL,
  shown text NOT NULL,
  frequency integer NOT NULL,
  PRIMARY KEY (locale, word)
);
COMMENT ON COLUMN record.search_term.word IS 'folded; term: also without inflection; shown: as a text has it';
CREATE INDEX search_term_term ON record.search_term (locale, term);
CREATE INDEX search_term_word ON record.search_term USING gin (word gin_trgm_ops);

-- Whole-table reading looks cheap to the planner while the table is small, but costs ten times the index here:
-- every term list must be unpacked. These two functions always use the indexes.
CREATE FUNCTION record.search_matches(locale text, query tsquery) RETURNS SETOF record.search_document
LANGUAGE sql STABLE ROWS 200 SET enable_seqscan = off AS $$
  SELECT * FROM record.search_document d WHERE d.tsv @@ $2 AND d.locale = $1
$$;
CREATE FUNCTION record.search_alike(locale text, word text) RETURNS SETOF record.search_term
LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT * FROM record.search_term t WHERE t.word % $2 AND t.locale = $1
$$;

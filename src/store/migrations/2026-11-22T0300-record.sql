-- The record: every version of every record with both times, and the tables made from it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA desk;
COMMENT ON SCHEMA desk IS 'accounts, drafts, subscriptions, feedback: never exported';
COMMENT ON SCHEMA record IS 'public: can be rebuilt from the files and the changesets';

CREATE TABLE record.changeset (
  id integer PRIMARY KEY,
  recorded timestamptz NOT NULL DEFAULT now(),
  role text NOT NULL,
  reason text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('release', 'correction', 'amendment', 'translation')),
  digest text NOT NULL,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  removed integer NOT NULL DEFAULT 0
);

-- `json`, not `jsonb`: the order of keys is part of what the files say, and must come back.
CREATE TABLE record.version (
  id bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  action text NOT NULL CHECK (action IN ('added', 'changed', 'removed')),
  changeset integer NOT NULL,
  recorded_from timestamptz NOT NULL,
  recorded_to timestamptz,
  hash text NOT NULL,
  body json,
  CHECK ((body IS NULL) = (action = 'removed')),
  CHECK (recorded_to IS NULL OR recorded_to >= recorded_from)
);
COMMENT ON COLUMN record.version.recorded_to IS 'when a later version took its place; null for the latest';
CREATE UNIQUE INDEX version_latest ON record.version (kind, record_id) WHERE recorded_to IS NULL;
CREATE INDEX version_closed ON record.version (kind, record_id) WHERE recorded_to IS NOT NULL;
CREATE INDEX version_changeset ON record.version (changeset);

CREATE VIEW record.latest AS
  SELECT id, kind, record_id, changeset, hash, body FROM record.version WHERE recorded_to IS NULL AND body IS NOT NULL;

-- The codebook, as far as the database itself checks answers against it.
CREATE TABLE record.scale (
  id text PRIMARY KEY,
  type text NOT NULL CHECK (type IN ('category', 'number')),
  min double precision,
  max double precision
);
CREATE TABLE record.scale_option (
  scale text NOT NULL REFERENCES record.scale ON DELETE CASCADE,
  answer text NOT NULL,
  state text NOT NULL,
  PRIMARY KEY (scale, answer)
);

-- Numbers for jurisdictions and questions, so that one integer is the key of a pair: no * 65536 + no.
-- A number is never given twice, also when its record is gone.
CREATE TABLE record.jurisdiction_number (
  no integer PRIMARY KEY CHECK (no BETWEEN 1 AND 32767),
  id text NOT NULL UNIQUE
);
CREATE TABLE record.question_number (
  no integer PRIMARY KEY CHECK (no BETWEEN 1 AND 65535),
  id text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('codebook', 'ask', 'treaty')),
  scale text REFERENCES record.scale
);
COMMENT ON COLUMN record.question_number.scale IS 'null when the question has left the codebook';

-- What each coding answers, and for which days. An empty range: no day is certain.
CREATE TABLE record.answer (
  version bigint NOT NULL,
  part smallint NOT NULL DEFAULT 0,
  key integer NOT NULL,
  valid daterange NOT NULL,
  answer text NOT NULL,
  state text NOT NULL,
  body json,
  PRIMARY KEY (version, part),
  CONSTRAINT answer_no_overlap EXCLUDE USING gist (key WITH =, valid WITH &&) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN record.answer.body IS 'only for a coding that is made from another record, such as a treaty status';
CREATE INDEX answer_start ON record.answer (key, lower(valid));

-- Every pair that has a coding, and the first day for which one speaks.
CREATE TABLE record.pair (
  key integer PRIMARY KEY,
  question integer NOT NULL GENERATED ALWAYS AS (key & 65535) STORED,
  since date,
  last date
);
CREATE INDEX pair_question ON record.pair (question, key);

CREATE FUNCTION record.fits(key integer, answer text, state text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM record.question_number q
    JOIN record.scale s ON s.id = q.scale
    LEFT JOIN record.scale_option o ON o.scale = s.id AND o.answer = $2
    JOIN record.jurisdiction_number j ON j.no = $1 >> 16
    WHERE q.no = $1 & 65535
      AND CASE WHEN o.answer IS NOT NULL THEN o.state = $3
               WHEN s.type = 'number' AND $2 ~ '^-?[0-9]+([.][0-9]+)?$' THEN
                 $3 = 'number' AND $2::numeric >= coalesce(s.min, '-infinity') AND $2::numeric <= coalesce(s.max, 'infinity')
               ELSE false END)
$$;

-- One check for all rows of a statement: a million rows cost a join, not a million look-ups.
CREATE FUNCTION record.check_answers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT w.key, w.answer, w.state, j.id AS jurisdiction, q.id AS question INTO bad
    FROM (SELECT DISTINCT a.key >> 16 AS j, a.key & 65535 AS q, a.key, a.answer, a.state FROM written a) w
    LEFT JOIN record.jurisdiction_number j ON j.no = w.j
    LEFT JOIN record.question_number q ON q.no = w.q
    LEFT JOIN record.scale s ON s.id = q.scale
    LEFT JOIN record.scale_option o ON o.scale = s.id AND o.answer = w.answer
   WHERE NOT coalesce(j.no IS NOT NULL AND
           CASE WHEN o.answer IS NOT NULL THEN o.state = w.state
                WHEN s.type = 'number' AND w.answer ~ '^-?[0-9]+([.][0-9]+)?$' THEN
                  w.state = 'number'
                  AND w.answer::numeric >= coalesce(s.min, '-infinity')
                  AND w.answer::numeric <= coalesce(s.max, 'infinity')
                ELSE false END, false)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the answer "%" (%) of % to the question % is not in the codebook',
      bad.answer, bad.state, coalesce(bad.jurisdiction, 'an unknown jurisdiction'), coalesce(bad.question, 'that is not known')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_in_codebook';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER answer_in_codebook_insert AFTER INSERT ON record.answer
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION record.check_answers();
CREATE TRIGGER answer_in_codebook_update AFTER UPDATE ON record.answer
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION record.check_answers();

-- A codebook that changes must still fit the answers that stand when the transaction ends.
CREATE FUNCTION record.check_codebook() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
  touched text[];
BEGIN
  IF TG_TABLE_NAME = 'question_number' THEN
    touched := ARRAY[OLD.id];
  ELSE
    SELECT array_agg(q.id) INTO touched FROM record.question_number q
     WHERE q.scale = CASE TG_TABLE_NAME WHEN 'scale' THEN to_jsonb(OLD)->>'id' ELSE to_jsonb(OLD)->>'scale' END;
  END IF;
  SELECT a.answer, j.id AS jurisdiction, q.id AS question INTO bad
    FROM record.question_number q
    JOIN record.pair p ON p.question = q.no
    JOIN record.answer a ON a.key = p.key
    LEFT JOIN record.jurisdiction_number j ON j.no = a.key >> 16
   WHERE q.id = ANY (touched) AND NOT record.fits(a.key, a.answer, a.state)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the codebook would no longer hold the answer "%" of % to the question %', bad.answer, bad.jurisdiction, bad.question
      USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_in_codebook';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER codebook_holds_answers AFTER UPDATE OR DELETE ON record.scale
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record.check_codebook();
CREATE CONSTRAINT TRIGGER codebook_holds_answers AFTER UPDATE OR DELETE ON record.scale_option
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record.check_codebook();
CREATE CONSTRAINT TRIGGER codebook_holds_answers AFTER UPDATE OR DELETE ON record.question_number
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record.check_codebook();

CREATE TABLE record.treaty_status (
  version bigint PRIMARY KEY,
  treaty text COLLATE "C" NOT NULL,
  jurisdiction text COLLATE "C" NOT NULL
);
CREATE INDEX treaty_status_treaty ON record.treaty_status (treaty);
CREATE INDEX treaty_status_jurisdiction ON record.treaty_status (jurisdiction);

CREATE TABLE record.observation (
  version bigint NOT NULL,
  part smallint NOT NULL,
  dataset text COLLATE "C" NOT NULL,
  row_id text COLLATE "C" NOT NULL,
  jurisdiction text COLLATE "C" NOT NULL,
  period text NOT NULL,
  start date NOT NULL,
  "end" date NOT NULL,
  platform text NOT NULL,
  category text NOT NULL,
  measure text COLLATE "C" NOT NULL,
  unit text NOT NULL,
  value double precision,
  words text NOT NULL,
  status text NOT NULL CHECK (status IN ('exact', 'rounded', 'suppressed', 'derived', 'missing')),
  bound text NOT NULL,
  note text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (version, part),
  CONSTRAINT suppressed_has_no_value CHECK (value IS NULL OR status NOT IN ('suppressed', 'missing'))
);
CREATE INDEX observation_dataset ON record.observation (dataset, measure);
CREATE INDEX observation_jurisdiction ON record.observation (jurisdiction, dataset);

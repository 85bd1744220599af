-- What people leave with us, so that they hear of changes, sign, or correct: never exported, and kept no longer than the
-- retention rules say (src/notify/retention.ts). Addresses are sealed with the key of the site (src/store/desk/seal.ts); the
-- mark beside them finds an address again without opening any.

CREATE TABLE desk.person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mark bytea NOT NULL UNIQUE,
  address bytea NOT NULL,
  locale text NOT NULL,
  rhythm text NOT NULL CHECK (rhythm IN ('at-once', 'daily', 'weekly')),
  -- Raised to make every link that was sent before worthless.
  epoch integer NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  confirmed timestamptz,
  gathered timestamptz
);
COMMENT ON COLUMN desk.person.mark IS 'keyed hash of the address';
COMMENT ON COLUMN desk.person.address IS 'the address, encrypted';
COMMENT ON COLUMN desk.person.confirmed IS 'null until the link in the first mail was followed';
COMMENT ON COLUMN desk.person.gathered IS 'when the last digest was gathered';

CREATE TABLE desk.watch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person bigint NOT NULL REFERENCES desk.person ON DELETE CASCADE,
  query text NOT NULL,
  needs text[] NOT NULL,
  anchor text COLLATE "C" NOT NULL,
  recodings boolean NOT NULL DEFAULT false,
  created timestamptz NOT NULL DEFAULT now(),
  confirmed timestamptz,
  UNIQUE (person, query),
  CHECK (anchor = ANY (needs))
);
CREATE INDEX watch_anchor ON desk.watch (anchor) WHERE confirmed IS NOT NULL;
COMMENT ON COLUMN desk.watch.query IS 'parameters of the address that the watch was made from, in a fixed order';
COMMENT ON COLUMN desk.watch.needs IS 'features that a notice must have, all of them';
COMMENT ON COLUMN desk.watch.anchor IS 'the rarest of the needs: a notice looks only at the watches that hang on one of its features';

CREATE TABLE desk.notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  changeset integer NOT NULL,
  change text NOT NULL CHECK (change IN ('amendment', 'recoding', 'update')),
  kind text NOT NULL,
  record_id text NOT NULL,
  features text[] NOT NULL,
  said jsonb NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  UNIQUE (changeset, kind, record_id)
);
COMMENT ON COLUMN desk.notice.said IS 'what the digest says of it: places, question, answers before and after, days';

-- What a person has yet to be told.
CREATE TABLE desk.waiting (
  person bigint NOT NULL REFERENCES desk.person ON DELETE CASCADE,
  notice bigint NOT NULL REFERENCES desk.notice ON DELETE CASCADE,
  watch bigint NOT NULL,
  PRIMARY KEY (person, notice)
);

-- The outbox of mail. A row is written in the transaction of what it tells of; the key makes writing it twice one row.
CREATE TABLE desk.mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  kind text NOT NULL,
  locale text NOT NULL,
  address bytea NOT NULL,
  person bigint REFERENCES desk.person ON DELETE CASCADE,
  said jsonb NOT NULL,
  notices bigint[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  due timestamptz NOT NULL DEFAULT now(),
  held timestamptz,
  fault text NOT NULL DEFAULT '',
  created timestamptz NOT NULL DEFAULT now(),
  sent timestamptz
);
CREATE INDEX mail_due ON desk.mail (due) WHERE state = 'queued';
-- Deleting a person looks for their mail.
CREATE INDEX mail_person ON desk.mail (person) WHERE person IS NOT NULL;
COMMENT ON COLUMN desk.mail.held IS 'until when a sender has it in hand; afterwards another may take it';

-- Links that work once. Only their hash is kept.
CREATE TABLE desk.token (
  hash bytea PRIMARY KEY,
  purpose text NOT NULL,
  subject bigint NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX token_subject ON desk.token (purpose, subject);

CREATE TABLE desk.signature (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign text NOT NULL,
  what text NOT NULL CHECK (what IN ('letter', 'petition')),
  signer text NOT NULL CHECK (signer IN ('organisations', 'persons')),
  name text NOT NULL,
  office text NOT NULL DEFAULT '',
  place text NOT NULL DEFAULT '',
  mark bytea NOT NULL,
  address bytea NOT NULL,
  shown boolean NOT NULL DEFAULT false,
  created timestamptz NOT NULL DEFAULT now(),
  confirmed timestamptz,
  UNIQUE (campaign, what, mark)
);
COMMENT ON COLUMN desk.signature.shown IS 'whether the signer agrees that the name stands on the page';

CREATE TABLE desk.feedback (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  page text NOT NULL,
  kind text NOT NULL DEFAULT '',
  record_id text NOT NULL DEFAULT '',
  what text NOT NULL,
  suggested text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  address bytea,
  locale text NOT NULL,
  received timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined', 'spam')),
  decided timestamptz,
  -- The only words that are ever public: an editor's, never the sender's.
  summary text NOT NULL DEFAULT '',
  decision text NOT NULL DEFAULT '',
  changed timestamptz,
  revision integer
);
COMMENT ON COLUMN desk.feedback.summary IS 'what was asked, in an editor''s words; it stands in the public log only when it is not empty';
COMMENT ON COLUMN desk.feedback.revision IS 'changeset with which the record was corrected';

CREATE TABLE desk.webhook (
  id text PRIMARY KEY,
  url text NOT NULL,
  secret bytea NOT NULL,
  query text NOT NULL,
  needs text[] NOT NULL,
  recodings boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  created timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE desk.delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook text NOT NULL REFERENCES desk.webhook ON DELETE CASCADE,
  key text NOT NULL,
  body jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  due timestamptz NOT NULL DEFAULT now(),
  held timestamptz,
  status integer,
  fault text NOT NULL DEFAULT '',
  created timestamptz NOT NULL DEFAULT now(),
  sent timestamptz,
  UNIQUE (webhook, key)
);
CREATE INDEX delivery_due ON desk.delivery (due) WHERE state = 'queued';

-- How often something was done in a span of time; losing it in a crash does no harm.
CREATE UNLOGGED TABLE desk.tally (
  key bytea NOT NULL,
  span timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (key, span)
);
-- Stamps of forms that were used.
CREATE UNLOGGED TABLE desk.spent (
  stamp bytea PRIMARY KEY,
  expires timestamptz NOT NULL
);

-- The same tables as on SQLite, whose first three migrations are this one. Identifiers are ordered by their bytes.

-- How far the record goes. Whoever writes holds the lock of this one row until the end of the transaction.
CREATE TABLE head (
  only_one     INTEGER PRIMARY KEY CHECK (only_one = 1),
  seq          BIGINT NOT NULL,
  item_rows    INTEGER NOT NULL,
  learner_rows INTEGER NOT NULL,
  pruned       BIGINT NOT NULL DEFAULT 0 -- entries up to here need not be all there any more
);
INSERT INTO head VALUES (1, 0, 0, 0);

-- Every accepted change with its content; all else points here. No content: it was erased.
CREATE TABLE log (
  seq         BIGINT PRIMARY KEY,
  accepted_at BIGINT NOT NULL,  -- milliseconds since 1970
  kind        TEXT NOT NULL,
  event_id    TEXT COLLATE "C", -- of events
  learner     INTEGER,          -- row of the learner it is about; the mapping may be gone
  body        TEXT,             -- JSON, as in catalogue and event lines
  item        INTEGER,          -- row of the item that it puts or deletes
  version     BIGINT,           -- of that item
  batch       TEXT COLLATE "C", -- the bulk change it belongs to
  visitor     TEXT COLLATE "C"  -- who acted, when it was a visitor; learner is set when they log in
);
CREATE UNIQUE INDEX log_event ON log (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX log_learner ON log (learner, kind, seq) WHERE learner IS NOT NULL;
CREATE UNIQUE INDEX log_item ON log (item, version) WHERE item IS NOT NULL;
CREATE INDEX log_batch ON log (batch, item) WHERE batch IS NOT NULL;
CREATE INDEX log_visitor ON log (visitor, seq) WHERE visitor IS NOT NULL AND learner IS NULL;

CREATE TABLE item (
  row     INTEGER PRIMARY KEY,
  id      TEXT COLLATE "C" NOT NULL UNIQUE,
  version BIGINT NOT NULL,              -- 0 while only mentioned
  seq     BIGINT REFERENCES log (seq),  -- the change that made this version
  live    INTEGER NOT NULL              -- 1 while it exists
);

CREATE TABLE learner (
  row          INTEGER PRIMARY KEY,
  id           TEXT COLLATE "C" NOT NULL UNIQUE,
  profile      BIGINT REFERENCES log (seq),
  personalised INTEGER NOT NULL,
  switched     BIGINT REFERENCES log (seq) -- the change that set personalised
);

CREATE TABLE rule (
  id  TEXT COLLATE "C" PRIMARY KEY,
  seq BIGINT NOT NULL REFERENCES log (seq)
);

CREATE TABLE term (
  id      TEXT COLLATE "C" PRIMARY KEY, -- list/id
  list    TEXT NOT NULL,
  version BIGINT NOT NULL,
  seq     BIGINT NOT NULL REFERENCES log (seq), -- the change that made this version
  live    INTEGER NOT NULL                      -- 1 while it exists
);

CREATE TABLE api_key (
  id           TEXT COLLATE "C" PRIMARY KEY,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL,
  learner      TEXT,
  secret_hash  TEXT NOT NULL, -- SHA-256 of pepper and secret
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT,
  revoked_at   BIGINT,
  last_used_at BIGINT
);

-- Who was forgotten, in a form that recognises them in a backup and says nothing else.
CREATE TABLE erasure (
  receipt   TEXT PRIMARY KEY,
  erased_at BIGINT NOT NULL,
  seq       BIGINT NOT NULL,
  learner   INTEGER NOT NULL, -- the row they had
  digest    TEXT NOT NULL,    -- SHA-256 of pepper and identifier
  counts    TEXT NOT NULL     -- JSON
);

CREATE TABLE audit (
  id         BIGINT PRIMARY KEY,
  at         BIGINT NOT NULL, -- milliseconds since 1970
  who        TEXT NOT NULL,
  action     TEXT NOT NULL,   -- the kind of a change, or the name of something else
  subject    TEXT NOT NULL,
  before_seq BIGINT,          -- the change that said it before
  after_seq  BIGINT,          -- the change that says it now
  detail     TEXT             -- of what is no change
);

CREATE TABLE job (
  id         TEXT COLLATE "C" PRIMARY KEY,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  progress   DOUBLE PRECISION NOT NULL,
  detail     TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX job_created ON job (created_at);

-- So that an entry that nothing points to any more is found, and deleted, fast.
CREATE INDEX item_seq ON item (seq) WHERE seq IS NOT NULL;
CREATE INDEX learner_profile ON learner (profile) WHERE profile IS NOT NULL;
CREATE INDEX learner_switched ON learner (switched) WHERE switched IS NOT NULL;
CREATE INDEX rule_seq ON rule (seq);
CREATE INDEX term_seq ON term (seq);

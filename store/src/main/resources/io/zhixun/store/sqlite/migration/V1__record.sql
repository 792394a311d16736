-- How far the record goes. Row numbers are issued once and never again, also when their owner is gone.
CREATE TABLE head (
  only_one     INTEGER PRIMARY KEY CHECK (only_one = 1),
  seq          INTEGER NOT NULL,
  item_rows    INTEGER NOT NULL,
  learner_rows INTEGER NOT NULL
);
INSERT INTO head VALUES (1, 0, 0, 0);

-- Every accepted change with its content; all else points here. No content: it was erased.
CREATE TABLE log (
  seq         INTEGER PRIMARY KEY,
  accepted_at INTEGER NOT NULL, -- milliseconds since 1970
  kind        TEXT NOT NULL,
  event_id    TEXT,             -- of events
  learner     INTEGER,          -- row of the learner it is about; the mapping may be gone
  body        TEXT              -- JSON, as in catalogue and event lines
);
CREATE UNIQUE INDEX log_event ON log (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX log_learner ON log (learner, kind, seq) WHERE learner IS NOT NULL;

CREATE TABLE item (
  row     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,           -- 0 while only mentioned
  seq     INTEGER REFERENCES log (seq), -- the change that made this version
  live    INTEGER NOT NULL            -- 1 while it exists
);

CREATE TABLE learner (
  row          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  profile      INTEGER REFERENCES log (seq),
  personalised INTEGER NOT NULL,
  switched     INTEGER REFERENCES log (seq) -- the change that set personalised
);

CREATE TABLE rule (
  id  TEXT PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES log (seq)
) WITHOUT ROWID;

CREATE TABLE api_key (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL,
  learner      TEXT,
  secret_hash  TEXT NOT NULL, -- SHA-256 of pepper and secret
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER,
  revoked_at   INTEGER,
  last_used_at INTEGER
) WITHOUT ROWID;

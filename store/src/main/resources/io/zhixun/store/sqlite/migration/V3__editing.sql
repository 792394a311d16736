-- What editors keep beside items and rules, who changed what, and long-running work.
CREATE TABLE term (
  id      TEXT PRIMARY KEY, -- list/id
  list    TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq     INTEGER NOT NULL REFERENCES log (seq), -- the change that made this version
  live    INTEGER NOT NULL                       -- 1 while it exists
) WITHOUT ROWID;

CREATE TABLE audit (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL, -- milliseconds since 1970
  who        TEXT NOT NULL,
  action     TEXT NOT NULL,    -- the kind of a change, or the name of something else
  subject    TEXT NOT NULL,
  before_seq INTEGER,          -- the change that said it before
  after_seq  INTEGER,          -- the change that says it now
  detail     TEXT              -- of what is no change
);

CREATE TABLE job (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  progress   REAL NOT NULL,
  detail     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX job_created ON job (created_at);

-- Entries up to here need not be all there any more.
ALTER TABLE head ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;

-- So that an entry that nothing points to any more is found, and deleted, fast.
CREATE INDEX item_seq ON item (seq) WHERE seq IS NOT NULL;
CREATE INDEX learner_profile ON learner (profile) WHERE profile IS NOT NULL;
CREATE INDEX learner_switched ON learner (switched) WHERE switched IS NOT NULL;
CREATE INDEX rule_seq ON rule (seq);
CREATE INDEX term_seq ON term (seq);

-- People who sign in to the console, and the sessions they have open.
CREATE TABLE account (
  name          TEXT PRIMARY KEY,
  role          TEXT NOT NULL,
  password_hash TEXT NOT NULL,    -- Argon2id with its salt and cost
  created_at    INTEGER NOT NULL, -- milliseconds since 1970
  ended_at      INTEGER
) WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY, -- SHA-256 of pepper and token
  account    TEXT NOT NULL REFERENCES account (name),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- People who sign in to the console, and the sessions they have open.
CREATE TABLE account (
  name          TEXT COLLATE "C" PRIMARY KEY,
  role          TEXT NOT NULL,
  password_hash TEXT NOT NULL,   -- Argon2id with its salt and cost
  created_at    BIGINT NOT NULL, -- milliseconds since 1970
  ended_at      BIGINT
);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY, -- SHA-256 of pepper and token
  account    TEXT COLLATE "C" NOT NULL REFERENCES account (name),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account);

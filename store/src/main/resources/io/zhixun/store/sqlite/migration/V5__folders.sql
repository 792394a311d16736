-- The data folders of the servers that share this record, and what their snapshots need of it.
CREATE TABLE data_folder (
  id       TEXT PRIMARY KEY,
  needs    INTEGER NOT NULL, -- the oldest snapshot that it keeps ends here; 0 when it keeps none yet
  noted_at INTEGER NOT NULL  -- milliseconds since 1970
);

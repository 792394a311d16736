-- The data folders of the servers that share this record, and what their snapshots need of it.
CREATE TABLE data_folder (
  id       TEXT COLLATE "C" PRIMARY KEY,
  needs    BIGINT NOT NULL, -- the oldest snapshot that it keeps ends here; 0 when it keeps none yet
  noted_at BIGINT NOT NULL  -- milliseconds since 1970
);

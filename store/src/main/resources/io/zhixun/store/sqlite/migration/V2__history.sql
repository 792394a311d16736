-- The history of items, batches, visitors who log in, and learners who are forgotten.
ALTER TABLE log ADD COLUMN item INTEGER;    -- row of the item that it puts or deletes
ALTER TABLE log ADD COLUMN version INTEGER; -- of that item
ALTER TABLE log ADD COLUMN batch TEXT;      -- the bulk change it belongs to
ALTER TABLE log ADD COLUMN visitor TEXT;    -- who acted, when it was a visitor; learner is set when they log in

UPDATE log SET item = (SELECT i.row FROM item i WHERE i.id = json_extract(log.body, '$.id'))
  WHERE kind IN ('item', 'item-deleted');
UPDATE log SET version = v.n
  FROM (SELECT seq, row_number() OVER (PARTITION BY item ORDER BY seq) AS n FROM log WHERE item IS NOT NULL) v
  WHERE v.seq = log.seq;
UPDATE log SET visitor = json_extract(body, '$.visitor') WHERE kind = 'event' AND learner IS NULL;

CREATE UNIQUE INDEX log_item ON log (item, version) WHERE item IS NOT NULL;
CREATE INDEX log_batch ON log (batch, item) WHERE batch IS NOT NULL;
CREATE INDEX log_visitor ON log (visitor, seq) WHERE visitor IS NOT NULL AND learner IS NULL;

-- Who was forgotten, in a form that recognises them in a backup and says nothing else.
CREATE TABLE erasure (
  receipt   TEXT PRIMARY KEY,
  erased_at INTEGER NOT NULL,
  seq       INTEGER NOT NULL,
  learner   INTEGER NOT NULL, -- the row they had
  digest    TEXT NOT NULL,    -- SHA-256 of pepper and identifier
  counts    TEXT NOT NULL     -- JSON
) WITHOUT ROWID;

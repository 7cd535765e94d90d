-- Honesty checks that ended: the report is a payload, its record stands in the log.
CREATE TABLE honesty_check (
  team         text NOT NULL,
  check_id     text NOT NULL,
  number       bigint GENERATED ALWAYS AS IDENTITY,
  candidate_id text NOT NULL,
  owner        text NOT NULL,
  artifact     hash NOT NULL,
  prepared     hash NOT NULL,
  runspec      hash NOT NULL,
  overall      text NOT NULL CHECK (overall IN ('PASSED', 'FAILED', 'UNKNOWN')),
  report       hash NOT NULL,
  ended_at     timestamptz NOT NULL,
  log_seq      bigint NOT NULL,
  leaf_hash    hash NOT NULL,
  PRIMARY KEY (team, check_id)
);
CREATE INDEX honesty_check_newest ON honesty_check (team, candidate_id, number DESC);

-- Mutable state. The team comes first in every primary key. Rows that grant or prove anything carry
-- log_seq and leaf_hash of their record and are compared with the log before use.
-- Hashes: 64 lower-case hexadecimal characters. What a candidate wrote stands in payloads, or as
-- bytea (UTF-8): PostgreSQL's text takes no NUL.

CREATE DOMAIN hash AS text CHECK (VALUE ~ '^[0-9a-f]{64}$');

CREATE TABLE candidate (
  team             text NOT NULL,
  candidate_id     text NOT NULL,
  number           bigint GENERATED ALWAYS AS IDENTITY,
  owner            text NOT NULL,
  language         text NOT NULL,
  file_name        bytea NOT NULL,
  artifact         hash NOT NULL,
  state            text NOT NULL
    CHECK (state IN ('SUBMITTED', 'ANALYZED', 'FLAGGED', 'PROMOTED', 'WITHDRAWN')),
  analysis         boolean NOT NULL,
  submitted_at     timestamptz NOT NULL,
  log_seq          bigint NOT NULL,
  leaf_hash        hash NOT NULL,
  -- Payload with the findings; empty without an analysis.
  findings         hash,
  rule_set         hash,
  analysis_seq     bigint,
  analysis_leaf    hash,
  -- Payloads with the prepared form and its line map; empty while there is none.
  prepared         hash,
  line_map         hash,
  preparation_seq  bigint,
  preparation_leaf hash,
  PRIMARY KEY (team, candidate_id)
);
CREATE INDEX candidate_newest ON candidate (team, number DESC);
CREATE INDEX candidate_artifact ON candidate (team, artifact);

CREATE TABLE series (
  team             text NOT NULL,
  series           hash NOT NULL,
  number           bigint GENERATED ALWAYS AS IDENTITY,
  source           hash NOT NULL,
  owner            text NOT NULL,
  stamp            text NOT NULL CHECK (stamp IN ('open', 'close')),
  interval_seconds bigint NOT NULL CHECK (interval_seconds > 0),
  date_only        boolean NOT NULL,
  bars             bigint NOT NULL CHECK (bars > 0),
  price_scale      integer NOT NULL,
  gaps             bigint NOT NULL,
  imported_at      timestamptz NOT NULL,
  log_seq          bigint NOT NULL,
  leaf_hash        hash NOT NULL,
  PRIMARY KEY (team, series)
);
CREATE INDEX series_newest ON series (team, number DESC);

CREATE TABLE run (
  team          text NOT NULL,
  run_id        text NOT NULL,
  number        bigint GENERATED ALWAYS AS IDENTITY,
  owner         text NOT NULL,
  mode          text NOT NULL CHECK (mode IN ('BACKTEST', 'PAPER', 'LIVE')),
  artifact      hash NOT NULL,
  runspec       hash NOT NULL,
  state         text NOT NULL CHECK (state IN ('STARTING', 'RUNNING', 'ENDED', 'INTERRUPTED')),
  lease_epoch   bigint NOT NULL,
  code          text,
  manifest_seq  bigint,
  manifest_leaf hash,
  result_seq    bigint,
  result_leaf   hash,
  report        hash,
  started_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (team, run_id),
  CHECK (state <> 'RUNNING' OR manifest_seq IS NOT NULL)
);
CREATE INDEX run_newest ON run (team, number DESC);
CREATE INDEX run_open ON run (state) WHERE state IN ('STARTING', 'RUNNING');

CREATE TABLE lease (
  team       text NOT NULL,
  run_id     text NOT NULL,
  epoch      bigint NOT NULL CHECK (epoch > 0),
  holder     text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (team, run_id)
);

CREATE TABLE token (
  team          text NOT NULL,
  run_id        text NOT NULL,
  sequence      integer NOT NULL CHECK (sequence > 0),
  lease_epoch   bigint NOT NULL,
  plan          hash NOT NULL,
  mac           hash NOT NULL,
  expires_at_us bigint NOT NULL,
  spent         boolean NOT NULL DEFAULT false,
  log_seq       bigint NOT NULL,
  leaf_hash     hash NOT NULL,
  PRIMARY KEY (team, run_id, sequence)
);

CREATE TABLE orders (
  team            text NOT NULL,
  run_id          text NOT NULL,
  sequence        integer NOT NULL CHECK (sequence > 0),
  client_order_id text NOT NULL,
  venue_id        text NOT NULL,
  account         text NOT NULL,
  instrument      text NOT NULL,
  side            text NOT NULL CHECK (side IN ('BUY', 'SELL')),
  type            text NOT NULL,
  quantity        numeric NOT NULL CHECK (quantity > 0),
  reserve         numeric NOT NULL,
  plan            hash NOT NULL,
  state           text NOT NULL,
  code            text,
  lease_epoch     bigint NOT NULL,
  log_seq         bigint NOT NULL,
  leaf_hash       hash NOT NULL,
  PRIMARY KEY (team, run_id, sequence),
  UNIQUE (team, client_order_id),
  FOREIGN KEY (team, run_id, sequence) REFERENCES token
);

CREATE TABLE idempotency (
  team     text NOT NULL,
  owner    text NOT NULL,
  rpc      text NOT NULL,
  key      text NOT NULL,
  request  hash NOT NULL,
  response text NOT NULL,
  made_at  timestamptz NOT NULL,
  PRIMARY KEY (team, owner, rpc, key)
);

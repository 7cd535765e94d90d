-- Approvals of the two gates and the keys they are signed with. Envelopes are payloads. Every row
-- names its record and is compared with it before use.

CREATE TABLE reviewer_key (
  team         text NOT NULL,
  key_id       text NOT NULL,
  owner        text NOT NULL,
  key          text NOT NULL,
  log_seq      bigint NOT NULL,
  leaf_hash    hash NOT NULL,
  -- Record of the revocation; empty while the key counts.
  revoked_seq  bigint,
  revoked_leaf hash,
  PRIMARY KEY (team, key_id)
);

CREATE TABLE approval (
  team         text NOT NULL,
  approval_id  text NOT NULL,
  number       bigint GENERATED ALWAYS AS IDENTITY,
  gate         text NOT NULL CHECK (gate IN ('PROMOTION', 'RUN_GRANT')),
  candidate_id text NOT NULL,
  envelope     hash NOT NULL,
  recorded_at  timestamptz NOT NULL,
  log_seq      bigint NOT NULL,
  leaf_hash    hash NOT NULL,
  -- The run that a grant started; empty while none did.
  spent_by     text,
  PRIMARY KEY (team, approval_id)
);
CREATE INDEX approval_newest ON approval (team, number DESC);
CREATE INDEX approval_candidate ON approval (team, candidate_id, number DESC);

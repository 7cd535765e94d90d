-- Series folded from ticks, and what a run of an account holds while it is open.

-- The stored ticks that the bars were folded from; empty = imported as bars.
ALTER TABLE series ADD COLUMN ticks hash;

-- Of a gated run alone: teams/T/accounts/A, the instrument, the candidate, the grant, and the place
-- that it takes under the account's cap.
ALTER TABLE run ADD COLUMN account      text;
ALTER TABLE run ADD COLUMN instrument   text;
ALTER TABLE run ADD COLUMN candidate_id text;
ALTER TABLE run ADD COLUMN run_grant    text;
ALTER TABLE run ADD COLUMN place        integer CHECK (place > 0);
ALTER TABLE run ADD CHECK ((account IS NULL) = (instrument IS NULL));
ALTER TABLE run ADD CHECK ((account IS NULL) = (place IS NULL));

-- One open run for an instrument of an account, and one for each place under the cap: the database
-- holds both, whatever any host believes.
CREATE UNIQUE INDEX run_account_instrument ON run (team, account, instrument)
  WHERE account IS NOT NULL AND state IN ('STARTING', 'RUNNING');
CREATE UNIQUE INDEX run_account_place ON run (team, account, place)
  WHERE account IS NOT NULL AND state IN ('STARTING', 'RUNNING');
CREATE INDEX run_owner_newest ON run (team, owner, number DESC);

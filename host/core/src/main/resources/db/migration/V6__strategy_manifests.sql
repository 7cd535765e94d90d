-- What a source says of itself: a payload, named by the record of the analysis. Empty for candidates
-- that were analysed before.
ALTER TABLE candidate ADD COLUMN strategy_manifest hash;

-- Predecessors: the same owner, the same file name, handed in before.
CREATE INDEX candidate_predecessor ON candidate (team, owner, file_name, number DESC);

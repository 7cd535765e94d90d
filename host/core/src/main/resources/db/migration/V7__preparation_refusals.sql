-- Why the preparation refused a source, as the record of the preparation says it: canonical JSON for
-- people. Empty for candidates that were refused before, and for those that can be loaded.
ALTER TABLE candidate ADD COLUMN preparation_refusal text;

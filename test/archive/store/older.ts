/** Takes a new store back to what schema 3 had left: what came after it is undone, but for the boxes, which may be missing since. */
export const TO_SCHEMA_3 = `
  DELETE FROM schema_versions WHERE version > 3;
  ALTER TABLE runs DROP COLUMN lost; ALTER TABLE runs DROP COLUMN provenance; DROP TABLE pages;
  DROP TABLE judgements; DROP TABLE triage_files; DROP TABLE indicators;
  DROP INDEX files_by_joined;
  ALTER TABLE files DROP COLUMN group_name; ALTER TABLE files DROP COLUMN joined; ALTER TABLE files DROP COLUMN position;
  ALTER TABLE documents DROP COLUMN parts;
`;

-- The record of one county and one year: what was typed, who typed it when. Cells stand as they were
-- typed; nothing here says what they mean. Columns are the keys of the words (templates/words), with _ for -.

CREATE TABLE about (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  uuid TEXT NOT NULL,
  county TEXT NOT NULL,
  entity TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  policy_text TEXT NOT NULL
) STRICT;

CREATE TABLE road (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  route_code TEXT NOT NULL DEFAULT '',
  route_name TEXT NOT NULL DEFAULT '',
  class TEXT NOT NULL DEFAULT '',
  township TEXT NOT NULL DEFAULT '',
  division_code TEXT NOT NULL DEFAULT '',
  village TEXT NOT NULL DEFAULT '',
  start TEXT NOT NULL DEFAULT '',
  "end" TEXT NOT NULL DEFAULT '',
  length TEXT NOT NULL DEFAULT '',
  break TEXT NOT NULL DEFAULT '',
  duplicate_of TEXT NOT NULL DEFAULT '',
  dead_end TEXT NOT NULL DEFAULT '',
  urban TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT '',
  surface TEXT NOT NULL DEFAULT '',
  width TEXT NOT NULL DEFAULT '',
  maintained TEXT NOT NULL DEFAULT '',
  maintained_length TEXT NOT NULL DEFAULT '',
  subsidised_length TEXT NOT NULL DEFAULT '',
  condition TEXT NOT NULL DEFAULT '',
  chief TEXT NOT NULL DEFAULT '',
  package TEXT NOT NULL DEFAULT '',
  payee TEXT NOT NULL DEFAULT '',
  built TEXT NOT NULL DEFAULT '',
  rebuilt TEXT NOT NULL DEFAULT '',
  last_works TEXT NOT NULL DEFAULT '',
  previous_code TEXT NOT NULL DEFAULT '',
  previous_start TEXT NOT NULL DEFAULT '',
  previous_end TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX road_place ON road (place);

CREATE TABLE bridge (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  route_code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  township TEXT NOT NULL DEFAULT '',
  division_code TEXT NOT NULL DEFAULT '',
  class TEXT NOT NULL DEFAULT '',
  size TEXT NOT NULL DEFAULT '',
  length TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX bridge_place ON bridge (place);

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  fund TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  account TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  amount TEXT NOT NULL DEFAULT '',
  replaces TEXT NOT NULL DEFAULT '',
  payee TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX source_place ON source (place);

-- 土地出让收益: one row an item.
CREATE TABLE land (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  item TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  county TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX land_place ON land (place);

-- 其他支出: running costs and the works, one row each.
CREATE TABLE cost (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  category TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  length TEXT NOT NULL DEFAULT '',
  amount TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX cost_place ON cost (place);

-- 单位信息: one row.
CREATE TABLE unit (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  entity TEXT NOT NULL DEFAULT '',
  year TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  prepared_by TEXT NOT NULL DEFAULT '',
  reviewed_by TEXT NOT NULL DEFAULT '',
  head TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '',
  engineering TEXT NOT NULL DEFAULT '',
  last_year TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_place ON unit (place);

-- The office's own rules and words, whole files.
CREATE TABLE file (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  place INTEGER NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX file_place ON file (place);

-- The step that touched a row last.
CREATE TABLE row_rev (
  sheet TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  PRIMARY KEY (sheet, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
  seq INTEGER PRIMARY KEY,
  step_id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  what BLOB NOT NULL,
  previous BLOB NOT NULL CHECK (length (previous) = 32),
  hash BLOB NOT NULL UNIQUE CHECK (length (hash) = 32)
) STRICT;
CREATE TRIGGER step_is_kept BEFORE UPDATE ON step
  BEGIN SELECT RAISE (ABORT, 'the journal is not rewritten'); END;
CREATE TRIGGER step_stays BEFORE DELETE ON step
  BEGIN SELECT RAISE (ABORT, 'the journal is not rewritten'); END;

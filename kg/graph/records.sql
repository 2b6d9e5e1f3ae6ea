-- What a graph's folder keeps beside the store, so that a build does only what is new.

CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Each article: its file, what was read of it, and by which state of the code and words.
-- A file's name need not be Unicode. `written` says that its graph in the store is as reading and decisions have it, `gone` that
-- it is to be dropped from the store.
CREATE TABLE IF NOT EXISTS articles (
  id TEXT PRIMARY KEY,
  source BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  version TEXT NOT NULL,
  reading TEXT NOT NULL,
  written INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0
);
-- So that counting, and looking for what is stale, need not pass over the readings.
CREATE INDEX IF NOT EXISTS articles_by_state ON articles (gone, version, written);
CREATE INDEX IF NOT EXISTS articles_by_source ON articles (source);
CREATE INDEX IF NOT EXISTS articles_to_write ON articles (id) WHERE written = 0 OR gone = 1;

-- Each mention whose entity is decided across articles, the path that was decided on, and whether
-- the mention's own path points there.
CREATE TABLE IF NOT EXISTS candidates (
  kind TEXT NOT NULL,
  block TEXT NOT NULL,
  article TEXT NOT NULL,
  name TEXT NOT NULL,
  own TEXT NOT NULL,
  published TEXT,
  known TEXT NOT NULL,
  path TEXT,
  points INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, block, article, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS candidates_by_article ON candidates (article);
CREATE INDEX IF NOT EXISTS candidates_by_own ON candidates (own);

-- Each article's text by what it is compared with others, and the first article of those that are
-- one text with it; that may be itself, and none is noted for a text that is like no other.
CREATE TABLE IF NOT EXISTS texts (
  number INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,
  published TEXT,
  signature BLOB NOT NULL,
  bands BLOB NOT NULL,
  first TEXT
);
CREATE INDEX IF NOT EXISTS texts_by_first ON texts (first) WHERE first IS NOT NULL;
CREATE TABLE IF NOT EXISTS bands (
  band INTEGER NOT NULL,
  text INTEGER NOT NULL,
  PRIMARY KEY (band, text)
) WITHOUT ROWID;

-- Texts of which it is to be decided again which are one with them.
CREATE TABLE IF NOT EXISTS open_texts (article TEXT PRIMARY KEY) WITHOUT ROWID;

-- Blocks of candidates that have changed and are to be decided again.
CREATE TABLE IF NOT EXISTS open_blocks (
  kind TEXT NOT NULL,
  block TEXT NOT NULL,
  PRIMARY KEY (kind, block)
) WITHOUT ROWID;

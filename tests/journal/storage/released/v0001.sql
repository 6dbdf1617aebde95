PRAGMA application_id=1917480821;
PRAGMA user_version=1;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE entry (
	n INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	instant INTEGER NOT NULL, 
	"offset" INTEGER NOT NULL, 
	zone TEXT NOT NULL, 
	day TEXT NOT NULL, 
	time_known INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	source TEXT NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	entered_late INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	site TEXT, 
	side TEXT, 
	measure TEXT, 
	score INTEGER, 
	what TEXT, 
	amount FLOAT, 
	words TEXT NOT NULL, 
	checksum BLOB NOT NULL, 
	PRIMARY KEY (n), 
	UNIQUE (id)
);
CREATE INDEX entry_time ON entry (instant, id);
CREATE INDEX entry_kind ON entry (kind, instant, id);
CREATE INDEX entry_day ON entry (day);
CREATE INDEX entry_rating ON entry (site, side, day, instant, id, measure, score) WHERE score IS NOT NULL;
CREATE INDEX entry_what ON entry (what, kind, day, amount) WHERE what IS NOT NULL;
CREATE INDEX entry_tagged ON entry (tags) WHERE tags <> '';
CREATE TABLE action (
	seq INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	made_at INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	checksum BLOB NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
CREATE INDEX action_state ON action (state, seq);
CREATE TABLE change (
	n INTEGER NOT NULL, 
	action INTEGER NOT NULL, 
	entry TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	checksum BLOB NOT NULL, 
	PRIMARY KEY (n), 
	FOREIGN KEY(action) REFERENCES action (seq)
);
CREATE INDEX change_action ON change (action);
CREATE VIRTUAL TABLE search USING fts5(note, tags, words, content='entry', content_rowid='n', tokenize='unicode61 remove_diacritics 2');
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO meta VALUES ('format', 'recovery-journal');
INSERT INTO meta VALUES ('schema', '1');
INSERT INTO meta VALUES ('made_by', '0.1.0');
INSERT INTO entry VALUES (1, '1', 'rating', 1795419000000000, 0, '', '2026-11-23', 1, 'Zürich
2', 'a b', 'typed', 1795419000000000, 0, '{"site":"upper_outer_calf","side":"left","measure":"pain","score":5}', 'upper_outer_calf', 'left', 'pain', 5, NULL, NULL, 'rating', X'850CC678156BE0A25545A1D103A3B784');
INSERT INTO entry VALUES (2, '2', 'function', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"percent":90,"limp":true,"side":"right"}', NULL, 'right', NULL, NULL, NULL, 90.0, 'function', X'139AAE087D99E79E230E026B1491E4F0');
INSERT INTO entry VALUES (3, '3', 'trigger', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"trigger":"driving","amount":90.5,"unit":"min"}', NULL, NULL, NULL, NULL, 'driving', 90.5, 'trigger', X'F48BE5A037EB43901E9FB7378DFEEDB3');
INSERT INTO entry VALUES (4, '4', 'massage', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"technique":"ball","site":"upper_outer_calf","side":"left","seconds":90,"before":5,"after":3}', 'upper_outer_calf', 'left', NULL, NULL, 'ball', 90.0, 'massage', X'378FA02E45A7FD132803665F02A9E079');
INSERT INTO entry VALUES (5, '5', 'strength', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"exercise":"bridge","sets":[{"reps":8,"seconds":null,"load_kg":2.5,"side":"left"},{"reps":null,"seconds":30,"load_kg":null,"side":null}],"pain_during":1}', NULL, NULL, NULL, NULL, 'bridge', NULL, 'strength', X'6CCFD08D961CC93BBDABB29CA4F72557');
INSERT INTO entry VALUES (6, '6', 'run', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"minutes":20,"km":3.2,"stage":2,"pain_during":0,"rpe":4}', NULL, NULL, NULL, NULL, NULL, 20.0, 'run', X'74BC5DD556E25912FE91817D0FC3C303');
INSERT INTO entry VALUES (7, '7', 'gate_test', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"test":"walk_30","side":"left","value":30,"unit":"min"}', NULL, 'left', NULL, NULL, 'walk_30', 30.0, 'gate_test', X'24DA90D8213D259141050162F6CB9093');
INSERT INTO entry VALUES (8, '8', 'safety_check', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"answers":{"a":true,"b":false},"level":"soon","cleared_by":"x","site":"upper_outer_calf","side":"left"}', 'upper_outer_calf', 'left', NULL, NULL, NULL, NULL, 'safety_check', X'64F0113D97DCC373025011F4D99802C2');
INSERT INTO entry VALUES (9, '9', 'episode', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"site":"upper_outer_calf","side":"left","onset_kind":"sudden","rest_days":4,"ended_on":"2026-12-01"}', 'upper_outer_calf', 'left', NULL, NULL, NULL, NULL, 'episode', X'EC7B04D8702D52A2299D4B7822FF846C');
INSERT INTO entry VALUES (11, '11', 'comment', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"author":"x","role":"physio","text":"Rest.","refers_to":"1","constraint":"no stairs","state":"approved"}', NULL, NULL, NULL, NULL, '1', NULL, 'comment', X'7120ACEAF7F20D12B41AAC64D5737C6D');
INSERT INTO entry VALUES (12, '12', 'untracked', 1795419000000000, 0, '', '2026-11-23', 0, '', '', 'typed', 1795419000000000, 0, '{"last":"2026-11-25"}', NULL, NULL, NULL, NULL, NULL, NULL, 'untracked', X'9A6F579610118878EBE559AE3EC8A4A6');
INSERT INTO entry VALUES (13, '13', 'question', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"site":"upper_outer_calf","side":"left","trigger":"driving","above":120,"unit":"min","lag_days":1,"mornings":true}', 'upper_outer_calf', 'left', NULL, NULL, 'driving', 120.0, 'question', X'620678C43AE4F1B056477E2BE9D89AC5');
INSERT INTO entry VALUES (14, '14', 'self_trial', 1795419000000000, 0, '', '2026-11-23', 1, '', '', 'typed', 1795419000000000, 0, '{"site":"upper_outer_calf","side":"left","technique":"ball","against":"hands","start":"2026-11-24","days":28,"seed":7,"ended_on":null}', 'upper_outer_calf', 'left', NULL, NULL, 'ball', NULL, 'self_trial', X'6E337037915AEC3E3160F1C14F3EB600');
INSERT INTO entry VALUES (15, '10', 'note', 1795419000000000, 0, 'Europe/Berlin', '2026-11-23', 0, 'it''s ''quoted''', '', 'import:x', 1795419000000000, 0, '{}', NULL, NULL, NULL, NULL, NULL, NULL, 'note', X'5B780349C8F8F1A581A0D88B2B1C8282');
INSERT INTO action VALUES (1, '01a2074f-ccc0-7a8f-be01-bf49de883bd2', 'one of every kind', 1795419000000000, 'done', X'40A7B6C7AA882EB3AB2977395D9E1C07');
INSERT INTO action VALUES (2, '01a2074f-ccc0-7a8f-be01-bf4a5f68a946', 'amended', 1795419000000000, 'discarded', X'F6B8DCFD94FCBE4822B43AE07678C22E');
INSERT INTO action VALUES (3, '01a2074f-ccc0-7a8f-be01-bf4b1f00679c', 'removed', 1795419000000000, 'undone', X'6096B81C51181B10621FE9239D567D30');
INSERT INTO change VALUES (1, 1, '1', NULL, '{"id":"1","kind":"rating","at":"2026-11-23T07:30:00+00:00","zone":"","note":"Zürich\n2","tags":["a","b"],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"upper_outer_calf","side":"left","measure":"pain","score":5}', X'E371E29C49FB92F3200B9C4060604DB5');
INSERT INTO change VALUES (2, 1, '2', NULL, '{"id":"2","kind":"function","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"percent":90,"limp":true,"side":"right"}', X'6CE6BC39DC36792CE748F0D9D0538842');
INSERT INTO change VALUES (3, 1, '3', NULL, '{"id":"3","kind":"trigger","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"trigger":"driving","amount":90.5,"unit":"min"}', X'AC7D271A7D08D11EF00F948030E1AB35');
INSERT INTO change VALUES (4, 1, '4', NULL, '{"id":"4","kind":"massage","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"technique":"ball","site":"upper_outer_calf","side":"left","seconds":90,"before":5,"after":3}', X'1691FF0BA734BB46F7C0F83E6344A1FA');
INSERT INTO change VALUES (5, 1, '5', NULL, '{"id":"5","kind":"strength","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"exercise":"bridge","sets":[{"reps":8,"seconds":null,"load_kg":2.5,"side":"left"},{"reps":null,"seconds":30,"load_kg":null,"side":null}],"pain_during":1}', X'8236EFAD173EB8547483082FC89FEC66');
INSERT INTO change VALUES (6, 1, '6', NULL, '{"id":"6","kind":"run","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"minutes":20,"km":3.2,"stage":2,"pain_during":0,"rpe":4}', X'F36A263A2807C7C0908F547F60A456AD');
INSERT INTO change VALUES (7, 1, '7', NULL, '{"id":"7","kind":"gate_test","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"test":"walk_30","side":"left","value":30,"unit":"min"}', X'BC20B37DC1CD28FF631BA4E35044B30C');
INSERT INTO change VALUES (8, 1, '8', NULL, '{"id":"8","kind":"safety_check","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"answers":{"a":true,"b":false},"level":"soon","cleared_by":"x","site":"upper_outer_calf","side":"left"}', X'D67E9CAF399ECCE4447378BB17D1BABE');
INSERT INTO change VALUES (9, 1, '9', NULL, '{"id":"9","kind":"episode","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"upper_outer_calf","side":"left","onset_kind":"sudden","rest_days":4,"ended_on":"2026-12-01"}', X'14799E8380A35024B6CD91759D692C83');
INSERT INTO change VALUES (10, 1, '10', NULL, '{"id":"10","kind":"note","at":"2026-11-23T07:30:00+00:00","zone":"Europe/Berlin","note":"it''s\u001b ''quoted''","tags":[],"source":"import:x","recorded_at":"2026-11-23T07:30:00+00:00","time_known":false,"entered_late":false}', X'4FBDACE36970109BF807947644B620BB');
INSERT INTO change VALUES (11, 1, '11', NULL, '{"id":"11","kind":"comment","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"author":"x","role":"physio","text":"Rest.","refers_to":"1","constraint":"no stairs","state":"approved"}', X'8F4C6F823A784774EA3CF41A4C449C14');
INSERT INTO change VALUES (12, 1, '12', NULL, '{"id":"12","kind":"untracked","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":false,"entered_late":false,"last":"2026-11-25"}', X'D6213249FED68F3D9E9ACEEEFAD77A65');
INSERT INTO change VALUES (13, 1, '13', NULL, '{"id":"13","kind":"question","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"upper_outer_calf","side":"left","trigger":"driving","above":120,"unit":"min","lag_days":1,"mornings":true}', X'6D8EB1A304E9B22598466A84EF83F4AA');
INSERT INTO change VALUES (14, 1, '14', NULL, '{"id":"14","kind":"self_trial","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"upper_outer_calf","side":"left","technique":"ball","against":"hands","start":"2026-11-24","days":28,"seed":7,"ended_on":null}', X'30A14BCB5149B949E48A9F2CAE155BCF');
INSERT INTO change VALUES (15, 2, '1', '{"id":"1","kind":"rating","at":"2026-11-23T07:30:00+00:00","zone":"","note":"Zürich\n2","tags":["a","b"],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"upper_outer_calf","side":"left","measure":"pain","score":5}', '{"id":"1","kind":"rating","at":"2026-11-23T07:30:00+00:00","zone":"","note":"","tags":[],"source":"typed","recorded_at":"2026-11-23T07:30:00+00:00","time_known":true,"entered_late":false,"site":"mid_calf","side":"left","measure":"soreness","score":6}', X'539FAE16EA6777DBA4F73EED9749019A');
INSERT INTO change VALUES (16, 3, '10', '{"id":"10","kind":"note","at":"2026-11-23T07:30:00+00:00","zone":"Europe/Berlin","note":"it''s\u001b ''quoted''","tags":[],"source":"import:x","recorded_at":"2026-11-23T07:30:00+00:00","time_known":false,"entered_late":false}', NULL, X'45FF55F3972DBB11E97A0E0B3892A550');
INSERT INTO search (search) VALUES ('rebuild');

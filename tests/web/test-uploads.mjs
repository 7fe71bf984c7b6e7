// What is sent of a great paste, and what a preview says of files and pastes.
import test from 'node:test';
import assert from 'node:assert/strict';
import { parseClipboard, planPaste } from '../../templates/web/paste.js';
import { Sheet } from '../../templates/web/sheet.js';
import * as uploads from '../../templates/web/uploads.js';

const KEYS = ['route_code', 'route_name', 'length', 'other'];
const roads = () => {
  const sheet = new Sheet('road', '里程台账', KEYS.map((key) => ({ key, title: key === 'other' ? null : key })));
  sheet.load([
    { id: 'r1', rev: 1, cells: ['X001', '柳新线', '1.000', '序号\t1'] },
    { id: 'r2', rev: 1, cells: ['X002', '李庄线', '2.000', ''] },
  ]);
  return sheet;
};
const part = (n, m = null, fen = null) => ({ n, m, fen });
const table = (more) => ({
  sheet: 'road',
  title: '里程台账',
  columns: [],
  added: part(0, 0, 0),
  changed: { n: 0, before_m: 0, m: 0, before_fen: 0, fen: 0 },
  dropped: part(0, 0, 0),
  unchanged: part(2, 3000, 3000000),
  ...more,
});
const preview = (tables, missing = null, kind = 'file') => ({ name: '台账.xlsx', kind, missing, tables });

test('a_planned_paste_is_sent_as_rows_become_and_those_added_have_no_id', () => {
  const sheet = roads();
  const at = { row: 0, column: 1 };
  const block = parseClipboard('"东支线\n（南段）"\t1.5\r\n李庄线\t2.000\r\n新线\t3.250');
  const plan = planPaste({ block, rows: sheet.rows, at, columns: sheet.columns, selection: { rows: 1, columns: 1 } });
  assert.deepEqual(parseClipboard(uploads.pasteText({ plan, sheet, at })), [
    ['id', 'route_name', 'length'],
    ['r1', '东支线\n（南段）', '1.5'],
    ['', '新线', '3.250'],
  ]);
});

test('a_cell_that_a_short_row_leaves_is_sent_as_it_stands', () => {
  const sheet = roads();
  const at = { row: 0, column: 0 };
  const plan = planPaste({ block: [['Y001'], ['Y002', '新名']], rows: sheet.rows, at, columns: sheet.columns, selection: { rows: 1, columns: 1 } });
  assert.deepEqual(parseClipboard(uploads.pasteText({ plan, sheet, at })), [
    ['id', 'route_code', 'route_name'],
    ['r1', 'Y001', '柳新线'],
    ['r2', 'Y002', '新名'],
  ]);
});

test('rows_that_a_filter_hides_are_not_sent', () => {
  const sheet = roads();
  const at = { row: 0, column: 2 };
  const plan = planPaste({ block: [['9.000']], rows: [sheet.rows[1]], at, columns: sheet.columns, selection: { rows: 1, columns: 1 } });
  assert.equal(uploads.pasteText({ plan, sheet, at }), 'id\tlength\r\nr2\t9.000');
});

test('a_file_at_the_limit_is_sent_and_one_byte_more_is_refused_in_words', () => {
  const limits = { upload_bytes: 64 * 1024 * 1024, upload_rows: 200000 };
  assert.equal(uploads.refusalOfFile(67108864, limits), null);
  assert.match(uploads.refusalOfFile(67108865, limits), /文件有 65 MiB，一次最多导入 64 MiB/);
  assert.equal(uploads.refusalOfPaste(200000, limits), null);
  assert.match(uploads.refusalOfPaste(200001, limits), /最多粘贴 200,000 行，这里有 200,001 行/);
});

test('rows_that_the_file_does_not_have_ask_for_a_choice', () => {
  const gone = table({ dropped: part(2, 3500, 1750000) });
  const money = table({ sheet: 'source', dropped: part(1, null, 500000) });
  assert.deepEqual(uploads.missingOf(preview([gone, money])), { n: 3, m: 3500, fen: 2250000 });
  assert.equal(uploads.isChoiceOpen(preview([gone, money])), true);
  assert.equal(uploads.isChoiceOpen(preview([gone], 'keep')), false);
  assert.equal(uploads.isChoiceOpen(preview([table()])), false);
});

test('what_would_change_nothing_is_not_taken', () => {
  const gone = table({ dropped: part(2, 3500, 1750000) });
  assert.equal(uploads.isChanging(preview([table()])), false);
  assert.equal(uploads.isChanging(preview([gone], 'keep')), false);
  assert.equal(uploads.isChanging(preview([gone], 'drop')), true);
  assert.equal(uploads.isChanging(preview([table(), table({ added: part(1, 1100, 550000) })])), true);
});

test('what_is_to_be_done_next_is_said', () => {
  const read = [{ head: '里程', column: 'length' }];
  const said = (tables, missing) => uploads.nextSaid(preview(tables.map((one) => ({ columns: read, ...one })), missing), '导入');
  const gone = table({ columns: read, dropped: part(2, 3500, 1750000) });
  const more = table({ columns: read, added: part(1, 1100, 550000) });
  assert.match(said([table({ columns: [{ head: '长', column: null }] })], null), /没有认出表头/);
  assert.match(said([table({ columns: read })], null), /与记录相同/);
  assert.match(said([gone], null), /先选择保留还是删除/);
  assert.match(said([gone], 'keep'), /这样没有要导入的内容/);
  assert.match(said([more], null), /按“导入”才存入/);
});

test('rows_say_their_kilometres_and_yuan_where_they_have_any', () => {
  assert.deepEqual(uploads.linesOf(part(1234, 1100, 550000)), ['1,234 行', '1.100 公里', '5,500.00 元']);
  assert.deepEqual(uploads.linesOf(part(1, null, 500000)), ['1 行', '5,000.00 元']);
  assert.deepEqual(uploads.linesOf(part(0, 0, 0)), ['0 行']);
  assert.deepEqual(uploads.changeLinesOf({ n: 2, before_m: 2100, m: 2484, before_fen: 1050000, fen: 1050000 }), [
    '2 行',
    '2.100 → 2.484 公里',
    '10,500.00 元',
  ]);
});

test('a_changed_cell_is_read_as_text_and_columns_not_known_one_after_another', () => {
  assert.deepEqual(uploads.cellTexts(['length', '', '1.484']), ['（空）', '1.484']);
  assert.deepEqual(uploads.cellTexts(['other', '序号\t1', '序号\t2\n备注\t改建']), ['序号 1', '序号 2；备注 改建']);
});

test('only_figures_that_become_others_are_shown_with_their_change', () => {
  const figures = [
    { key: 'mileage.listed_m', title: '路线长度合计', before_units: 20000, units: 21100 },
    { key: 'mileage.n_roads', title: '路线条数', before_units: 20, units: 20 },
    { key: 'daily.county_gap_fen', title: '县级缺口', before_units: null, units: 500000 },
  ];
  assert.deepEqual(uploads.changedFigures(figures), [
    { title: '路线长度合计（公里）', before: '20.000', after: '21.100', change: '+1.100' },
    { title: '县级缺口（元）', before: '—', after: '5,000.00', change: '' },
  ]);
});

test('faults_are_counted_before_and_after_and_a_budget_that_cannot_be_made_says_why', () => {
  const before = { by_severity: { error: 1, warning: 3, info: 0 }, trouble: null };
  const after = { by_severity: { error: 0, warning: 3, info: 1000 }, trouble: null };
  assert.deepEqual(uploads.faultsSaid({ before, after }), ['全部问题：现在 4 条，之后 1,003 条']);
  assert.deepEqual(uploads.faultsSaid({ before, after: { trouble: '缺少标准' } }), [
    '全部问题：现在 4 条，之后 — 条',
    '之后算不出预算：缺少标准',
  ]);
});

test('columns_read_and_left_are_counted', () => {
  const columns = [{ column: 'length' }, { column: null }, { column: 'class' }];
  assert.equal(uploads.columnsSaid({ columns }), '列的对应：读 2 列，不读 1 列（原样留存）');
  assert.equal(uploads.columnsSaid({ columns: columns.slice(2) }), '列的对应：读 1 列');
  const ordinal = { head: '序号', column: null, is_ordinal: true };
  assert.equal(uploads.columnsSaid({ columns: [...columns.slice(2), ordinal] }), '列的对应：读 1 列');
});

test('a_head_mended_twice_is_sent_as_mended_last_and_that_of_another_sheet_stays', () => {
  const first = { sheet: 'road', head: '长度', column: 'length' };
  const other = { sheet: 'cost', head: '长度', column: 'length' };
  const last = { sheet: 'road', head: '长度', column: null };
  assert.deepEqual(uploads.withMend(uploads.withMend([first], other), last), [other, last]);
});

test('the_bar_says_what_an_upload_did', () => {
  const tables = [
    table({ added: part(1), changed: { n: 2 }, dropped: part(3) }),
    table({ title: '资金来源' }),
  ];
  assert.equal(uploads.doneText(preview(tables, 'drop')), '已导入“台账.xlsx”：里程台账 新增 1 行、改动 2 行、删除 3 行。Ctrl+Z 撤销');
  assert.equal(uploads.doneText(preview(tables, 'keep', 'paste')), '已粘贴：里程台账 新增 1 行、改动 2 行。Ctrl+Z 撤销');
});

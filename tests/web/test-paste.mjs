// What Excel and WPS put on the clipboard becomes the cells that stood there.
import test from 'node:test';
import assert from 'node:assert/strict';
import { formatClipboard, looksRounded, parseClipboard, planPaste } from '../../templates/web/paste.js';

const columns = ['code', 'name', 'length'].map((key, index) => ({
  key,
  index,
  kind: key === 'length' ? 'length' : 'text',
}));
const row = (id, ...cells) => ({ id, cells });
const single = { rows: 1, columns: 1 };

test('the_line_break_at_the_end_begins_no_row', () => {
  assert.deepEqual(parseClipboard('X001\t柳新线\r\nX002\t李庄线\r\n'), [
    ['X001', '柳新线'],
    ['X002', '李庄线'],
  ]);
  assert.deepEqual(parseClipboard('X001\nX002'), [['X001'], ['X002']]);
});

test('empty_cells_and_an_empty_row_are_kept', () => {
  assert.deepEqual(parseClipboard('a\t\tc\r\n\r\n\t\tf\r\n'), [['a', '', 'c'], [''], ['', '', 'f']]);
});

test('a_quoted_cell_keeps_its_line_breaks_tabs_and_quotes', () => {
  assert.deepEqual(parseClipboard('"东支线\n（南段）"\t"a\tb"\t"说""好""了"\r\n'), [['东支线\n（南段）', 'a\tb', '说"好"了']]);
});

test('a_quoted_empty_cell_is_a_cell', () => {
  assert.deepEqual(parseClipboard('""'), [['']]);
});

test('a_quote_inside_a_cell_or_one_that_is_never_closed_is_a_character', () => {
  assert.deepEqual(parseClipboard('3"管\t"未完\r\n下一行'), [['3"管', '"未完'], ['下一行']]);
});

test('full_width_digits_stay_as_they_are', () => {
  assert.deepEqual(parseClipboard('１．２３４\t　1.5 '), [['１．２３４', '　1.5 ']]);
});

test('what_is_copied_comes_back_when_it_is_pasted', () => {
  const rows = [
    ['a\nb', '"', 'c\td'],
    ['', 'x', ''],
  ];
  assert.deepEqual(parseClipboard(formatClipboard(rows)), rows);
});

test('rows_are_added_at_the_end_as_needed_and_equal_cells_are_not_set', () => {
  const plan = planPaste({
    block: [
      ['X001', '柳新线'],
      ['X002', '李庄线'],
      ['X003', '王庄线'],
    ],
    rows: [row('r1', 'X001', '旧', '1'), row('r2', 'X002', '李庄线', '2')],
    at: { row: 0, column: 0 },
    columns,
    selection: single,
  });
  assert.deepEqual(plan.set, [{ id: 'r1', cells: { name: '柳新线' } }]);
  assert.deepEqual(plan.add, [{ code: 'X003', name: '王庄线' }]);
  assert.equal(plan.nLost, 0);
});

test('two_hundred_thousand_rows_are_planned', () => {
  const block = Array.from({ length: 200000 }, () => ['X001', '新线', '1.000']);
  const plan = planPaste({ block, rows: [], at: { row: 0, column: 0 }, columns, selection: single });
  assert.equal(plan.add.length, 200000);
});

test('what_is_filtered_away_is_not_touched', () => {
  // r2 of r1, r2, r3 is hidden: two pasted rows go to r1 and r3.
  const plan = planPaste({
    block: [['1.000'], ['2.000']],
    rows: [row('r1', 'A', 'a', ''), row('r3', 'C', 'c', '')],
    at: { row: 0, column: 2 },
    columns,
    selection: single,
  });
  assert.deepEqual(plan.set, [
    { id: 'r1', cells: { length: '1.000' } },
    { id: 'r3', cells: { length: '2.000' } },
  ]);
});

test('cells_right_of_the_last_column_are_counted_as_lost', () => {
  const plan = planPaste({
    block: [['1', '2', '', '4']],
    rows: [row('r1', '', '', '')],
    at: { row: 0, column: 2 },
    columns,
    selection: single,
  });
  assert.deepEqual(plan.set, [{ id: 'r1', cells: { length: '1' } }]);
  assert.equal(plan.nLost, 2);
  assert.equal(plan.nColumns, 1);
});

test('one_cell_fills_a_selection_and_a_block_only_whole_times', () => {
  const rows = ['r1', 'r2', 'r3'].map((id) => row(id, '', '', ''));
  const paste = (block, selection) => planPaste({ block, rows, at: { row: 0, column: 0 }, columns, selection });
  assert.equal(paste([['村道']], { rows: 3, columns: 2 }).set.length, 3);
  assert.deepEqual(paste([['村道']], { rows: 3, columns: 2 }).set[2], { id: 'r3', cells: { code: '村道', name: '村道' } });
  assert.equal(paste([['a'], ['b']], { rows: 3, columns: 1 }).set.length, 2);
});

test('rows_shorter_than_others_leave_the_cells_behind_them', () => {
  const rows = [row('r1', 'a', 'b', 'c'), row('r2', 'a', 'b', 'c')];
  const plan = planPaste({ block: [['x'], ['y', 'z']], rows, at: { row: 0, column: 0 }, columns, selection: single });
  assert.deepEqual(plan.set, [
    { id: 'r1', cells: { code: 'x' } },
    { id: 'r2', cells: { code: 'y', name: 'z' } },
  ]);
});

test('lengths_without_a_third_decimal_look_as_shown', () => {
  const at = { row: 0, column: 1 };
  assert.equal(looksRounded([['a', '1.23'], ['b', '2.5']], at, columns), true);
  assert.equal(looksRounded([['a', '1.23'], ['b', '2.512']], at, columns), false);
  assert.equal(looksRounded([['a', '１．２３']], at, columns), true);
  assert.equal(looksRounded([['a', '12']], at, columns), false);
  assert.equal(looksRounded([['1.25', 'x']], { row: 0, column: 0 }, columns), false);
});

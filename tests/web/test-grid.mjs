// What a key means, which cells are selected and which rows are seen, without a grid.
import test from 'node:test';
import assert from 'node:assert/strict';
import { columnsOf } from '../../templates/web/columns.js';
import { commandOf } from '../../templates/web/keys.js';
import { Range, edgeOf } from '../../templates/web/range.js';
import { Sheet } from '../../templates/web/sheet.js';
import { View } from '../../templates/web/view.js';

const key = (name, more) => ({ key: name, ctrlKey: false, shiftKey: false, altKey: false, keyCode: 0, ...more });
const still = { isDeep: false, isDirty: false };
const typing = { isDeep: false, isDirty: true };
const deep = { isDeep: true, isDirty: true };

test('enter_of_an_input_method_is_no_enter_of_the_grid', () => {
  assert.equal(commandOf(key('Enter', { isComposing: true }), typing), null);
  assert.equal(commandOf(key('Enter', { keyCode: 229 }), typing), null);
  assert.equal(commandOf(key('Process', { keyCode: 229 }), still), null);
  assert.deepEqual(commandOf(key('Enter'), typing), { name: 'enter', by: 1 });
  assert.deepEqual(commandOf(key('Enter', { shiftKey: true }), typing), { name: 'enter', by: -1 });
});

test('arrows_leave_a_cell_that_is_typed_over_and_move_inside_one_that_was_gone_into', () => {
  assert.equal(commandOf(key('ArrowLeft'), typing).name, 'step');
  assert.equal(commandOf(key('ArrowLeft'), deep), null);
  assert.equal(commandOf(key('Home'), deep), null);
  assert.equal(commandOf(key('ArrowDown'), deep).name, 'step');
  assert.equal(commandOf(key('Home', { ctrlKey: true }), deep).name, 'corner');
});

test('undo_in_a_text_that_is_being_typed_is_the_texts', () => {
  assert.equal(commandOf(key('z', { ctrlKey: true }), typing), null);
  assert.equal(commandOf(key('z', { ctrlKey: true }), still).name, 'undo');
  assert.equal(commandOf(key('Z', { ctrlKey: true, shiftKey: true }), still).name, 'redo');
  assert.equal(commandOf(key('y', { ctrlKey: true }), still).name, 'redo');
});

test('delete_clears_cells_but_a_letter_in_a_text', () => {
  assert.equal(commandOf(key('Delete'), still).name, 'clear');
  assert.equal(commandOf(key('Delete'), deep), null);
});

test('letters_and_the_clipboard_are_left_to_the_cell', () => {
  for (const one of [key('里'), key('1'), key('Backspace'), key('c', { ctrlKey: true }), key('v', { ctrlKey: true })])
    assert.equal(commandOf(one, still), null);
});

test('control_and_an_arrow_go_to_the_end_of_a_run_then_to_the_next_then_to_the_edge', () => {
  const full = [1, 1, 1, 0, 0, 1, 0, 0].map(Boolean);
  const go = (at, step) => edgeOf((i) => full[i], at, step, full.length);
  assert.equal(go(0, 1), 2);
  assert.equal(go(2, 1), 5);
  assert.equal(go(5, 1), 7);
  assert.equal(go(7, 1), 7);
  assert.equal(go(5, -1), 2);
  assert.equal(go(2, -1), 0);
});

test('a_selection_is_the_same_from_whichever_corner_it_was_drawn', () => {
  const range = new Range();
  range.set({ row: 5, column: 4 });
  assert.equal(range.isSingle, true);
  range.extend({ row: 3, column: 6 });
  assert.deepEqual([range.top, range.bottom, range.left, range.right, range.nRows, range.nColumns], [3, 5, 4, 6, 3, 3]);
});

const sheetOf = () => {
  const sheet = new Sheet('road', '台账', [{ key: 'name', title: '路线名称' }, { key: 'township', title: '乡镇' }, { key: 'other', title: null }]);
  sheet.load(['沙镇镇', '梁水镇', '沙镇镇'].map((township, i) => ({ id: `r${i}`, rev: 1, cells: [`路${i}`, township, '序号\t1'] })));
  return sheet;
};

test('a_filter_hides_rows_and_changes_no_order_and_what_is_added_under_it_is_seen', () => {
  const sheet = sheetOf();
  const view = new View(sheet);
  assert.equal(view.getLength(), 4);
  assert.equal(view.getItem(3).id, null);
  view.setFilter({ township: '沙镇镇' }, null);
  assert.deepEqual(view.rows.map(({ id }) => id), ['r0', 'r2']);
  assert.equal(view.indexOf('r2'), 1);
  assert.equal(view.indexOf('r1'), -1);
  view.fresh.add('new');
  sheet.apply({ add: [{ id: 'new', after: null, cells: { name: '新' } }] });
  view.refresh();
  assert.deepEqual(view.rows.map(({ id }) => id), ['r0', 'r2', 'new']);
  view.setFilter({}, new Set(['r1']));
  assert.deepEqual(view.rows.map(({ id }) => id), ['r1']);
});

test('columns_that_the_program_does_not_know_are_kept_and_not_shown', () => {
  const sheet = sheetOf();
  assert.deepEqual(sheet.columns.map(({ key: one }) => one), ['name', 'township']);
  const back = sheet.apply({ drop: [{ id: 'r1' }] });
  sheet.apply(back);
  assert.deepEqual(sheet.find('r1').cells, ['路1', '梁水镇', '序号\t1']);
});

test('what_a_column_holds_and_lets_choose_is_what_the_record_says', () => {
  const columns = columnsOf({
    name: 'road',
    columns: [
      { name: 'start', head: '起点桩号', kind: 'stake' },
      { name: 'length', head: '里程', kind: 'length' },
      { name: 'dead_end', head: '断头路', kind: 'text', values: ['是', '否'] },
      { name: 'other', head: null, kind: 'text' },
    ],
  });
  assert.deepEqual(columns.map(({ kind }) => kind), ['stake', 'length', 'text', 'text']);
  assert.deepEqual(columns.map(({ values }) => values), [null, null, ['是', '否'], null]);
  assert.ok(columns.every(({ width }) => width > 0));
});

// What was typed is on the screen at once, reaches the record once and in its order, and can be taken back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { Sheet, newId } from '../../templates/web/sheet.js';
import { Queue, revsOf, stepBody } from '../../templates/web/queue.js';
import { History } from '../../templates/web/history.js';

const roads = () => {
  const sheet = new Sheet('road', '台账', [{ key: 'name' }, { key: 'length' }]);
  sheet.load(['a', 'b', 'c'].map((id, i) => ({ id, rev: i + 1, cells: [`路${id}`, `${i}.000`] })));
  return sheet;
};
const order = (sheet) => sheet.rows.map((row) => row.id).join('');
const step = (sheet, change, more = {}) => ({
  stepId: newId(),
  kind: 'type',
  sheet: sheet.name,
  change,
  revs: revsOf(sheet, change),
  back: sheet.apply(change),
  ...more,
});

// A queue whose server answers what @answers say, one after another.
const queueOf = (answers) => {
  const sent = [];
  const told = [];
  const queue = new Queue({
    send: async (one) => {
      sent.push(one);
      return answers.shift();
    },
    sleep: async (ms) => told.push(ms),
    on: {
      saved: (one) => told.push(`saved ${one.stepId}`),
      conflict: (one) => told.push(`conflict ${one.stepId}`),
      refused: (one) => told.push(`refused ${one.stepId}`),
      state: ({ n, trouble }) => told.push(`${n}${trouble ? '!' : ''}`),
    },
  });
  return { queue, sent, told };
};

test('a_cell_set_is_taken_back_by_what_stood_there', () => {
  const sheet = roads();
  const back = sheet.apply({ set: [{ id: 'b', cells: { length: '1.100' } }] });
  assert.equal(sheet.text(sheet.find('b'), 'length'), '1.100');
  assert.deepEqual(back.set, [{ id: 'b', cells: { length: '1.000' } }]);
  sheet.apply(back);
  assert.equal(sheet.text(sheet.find('b'), 'length'), '1.000');
});

test('rows_go_where_they_are_put_and_those_of_one_place_keep_their_order', () => {
  const sheet = roads();
  const row = (id, after) => ({ id, after, cells: { name: id } });
  sheet.apply({ add: [row('x', 'a'), row('y', 'a'), row('f', ''), row('z', null), row('v', 'y')] });
  assert.equal(order(sheet), 'faxyvbcz');
  assert.equal(sheet.placeOf('b'), 5);
  assert.equal(sheet.placeOf('nowhere'), -1);
});

test('dropped_rows_come_back_to_their_places_with_all_their_cells', () => {
  const sheet = roads();
  const back = sheet.apply({ drop: [{ id: 'b' }, { id: 'c' }] });
  assert.equal(order(sheet), 'a');
  sheet.apply(back);
  assert.equal(order(sheet), 'abc');
  assert.deepEqual(sheet.find('b').cells, ['路b', '1.000']);
  assert.equal(sheet.find('b').rev, 2);
});

test('what_others_typed_arrives_and_unsaved_typing_stays_on_top', () => {
  const sheet = roads();
  const mine = { set: [{ id: 'a', cells: { length: '9.999' } }] };
  sheet.apply(mine);
  const isMoved = sheet.receive(
    [
      { id: 'a', rev: 7, cells: ['柳新线', '0.500'] },
      { id: 'n', rev: 8, after: 'a', cells: ['新路', ''] },
    ],
    ['c'],
    [mine],
  );
  assert.equal(isMoved, true);
  assert.equal(order(sheet), 'anb');
  assert.deepEqual(sheet.find('a').cells, ['柳新线', '9.999']);
  assert.equal(sheet.find('a').rev, 7);
  assert.equal(sheet.find('n').rev, 8);
});

test('steps_are_sent_one_after_another_and_again_until_they_are_answered', async () => {
  const sheet = roads();
  const first = step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] });
  const second = step(sheet, { set: [{ id: 'a', cells: { length: '2' } }] });
  const { queue, sent, told } = queueOf([
    { kind: 'later' },
    { kind: 'later' },
    { kind: 'saved', seq: 5, revs: { a: 5 } },
    { kind: 'saved', seq: 6, revs: { a: 6 } },
  ]);
  queue.push(first);
  await queue.push(second);
  assert.deepEqual(sent, [first, first, first, second]);
  assert.deepEqual(
    told.filter((one) => typeof one === 'number'),
    [500, 1000],
  );
  assert.ok(told.includes('2!'));
  assert.equal(told[told.length - 1], '0');
  assert.equal(first.seq, 5);
});

test('a_step_done_on_top_of_an_unsaved_one_names_the_revision_that_one_made', async () => {
  const sheet = roads();
  const first = step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] });
  const second = step(sheet, { set: [{ id: 'a', cells: { length: '2' } }, { id: 'b', cells: { length: '3' } }] });
  assert.deepEqual(second.revs, { a: 1, b: 2 });
  const { queue } = queueOf([
    { kind: 'saved', seq: 9, revs: { a: 9 } },
    { kind: 'saved', seq: 10, revs: { a: 10, b: 10 } },
  ]);
  queue.push(first);
  await queue.push(second);
  assert.deepEqual(
    stepBody(second).sheets.road.set.map(({ id, rev }) => [id, rev]),
    [
      ['a', 9],
      ['b', 2],
    ],
  );
});

test('what_another_changed_in_between_is_not_hidden_by_news_of_it', () => {
  const sheet = roads();
  const mine = step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] });
  sheet.receive([{ id: 'a', rev: 12, cells: ['路a', '7.000'] }], [], [mine.change]);
  assert.equal(stepBody(mine).sheets.road.set[0].rev, 1);
});

test('a_conflict_or_a_refusal_holds_up_nothing_behind_it', async () => {
  const sheet = roads();
  const steps = ['a', 'b', 'c'].map((id) => step(sheet, { set: [{ id, cells: { length: '1' } }] }));
  const { queue, told } = queueOf([
    { kind: 'conflict', conflicts: [] },
    { kind: 'refused' },
    { kind: 'saved', seq: 4, revs: {} },
  ]);
  steps.forEach((one) => queue.push(one));
  await queue.done;
  const names = told.filter((one) => / /.test(one)).map((one) => one.split(' ')[0]);
  assert.deepEqual(names, ['conflict', 'refused', 'saved']);
});

test('when_the_session_is_over_what_was_typed_is_kept_and_not_sent_again', async () => {
  const sheet = roads();
  const { queue, sent } = queueOf([{ kind: 'closed' }]);
  await queue.push(step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] }));
  assert.equal(sent.length, 1);
  assert.equal(queue.length, 1);
});

test('undo_and_redo_walk_through_this_tabs_steps', () => {
  const sheet = roads();
  const history = new History();
  const length = () => sheet.text(sheet.find('a'), 'length');
  for (const text of ['1', '2']) history.did(step(sheet, { set: [{ id: 'a', cells: { length: text } }] }, { seq: +text }));
  const undo = history.undo();
  sheet.apply(undo.change);
  assert.equal(length(), '1');
  assert.deepEqual(stepBody(undo), { step_id: undo.stepId, undo: 2 });
  undo.seq = 3;
  const redo = history.redo();
  sheet.apply(redo.change);
  assert.equal(length(), '2');
  assert.deepEqual(stepBody(redo), { step_id: redo.stepId, undo: 3 });
  redo.seq = 4;
  for (const text of ['1', '0.000']) {
    sheet.apply(history.undo().change);
    assert.equal(length(), text);
  }
  assert.equal(history.undo(), null);
  assert.equal(history.canUndo, false);
});

test('another_step_ends_redo', () => {
  const sheet = roads();
  const history = new History();
  history.did(step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] }));
  sheet.apply(history.undo().change);
  assert.equal(history.canRedo, true);
  history.did(step(sheet, { set: [{ id: 'b', cells: { length: '1' } }] }));
  assert.equal(history.canRedo, false);
});

test('a_step_that_was_not_taken_cannot_be_taken_back', () => {
  const sheet = roads();
  const history = new History();
  const bad = step(sheet, { set: [{ id: 'a', cells: { length: '1' } }] });
  history.did(bad);
  history.undo();
  history.forget(bad);
  assert.equal(history.canUndo, false);
  assert.equal(history.canRedo, false);
});

test('ids_are_sixteen_hex_digits', () => {
  assert.match(newId(), /^[0-9a-f]{16}$/);
  assert.notEqual(newId(), newId());
});

// Metres and fen are whole numbers, read and written without a fraction of them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { formatChange, formatFigure, formatKm, formatYuan, parseFen, parseMetres } from '../../templates/web/numbers.js';

test('metres_are_shown_as_kilometres_and_fen_as_yuan', () => {
  assert.equal(formatKm(0), '0.000');
  assert.equal(formatKm(7), '0.007');
  assert.equal(formatKm(18131600), '18,131.600');
  assert.equal(formatYuan(8313735100), '83,137,351.00');
  assert.equal(formatYuan(-5), '−0.05');
  assert.equal(formatFigure(1234, 'row'), '1,234');
});

test('a_change_always_says_its_sign', () => {
  assert.equal(formatChange(192000, 'fen'), '+1,920.00');
  assert.equal(formatChange(-1, 'm'), '−0.001');
});

test('a_cell_as_typed_is_read_without_rounding', () => {
  assert.equal(parseMetres('1.1'), 1100);
  assert.equal(parseMetres(' １．４８４ '), 1484);
  assert.equal(parseMetres('1028.022'), 1028022);
  assert.equal(parseMetres('1.23400'), 1234);
  assert.equal(parseFen('1,234.50'), 123450);
  assert.equal(parseFen('-3'), -300);
});

test('what_is_no_plain_number_is_none', () => {
  for (const text of ['', '1.2345', '约2', '1.2.3', 'K1+200', '1e3', '9999999999']) assert.equal(parseMetres(text), null);
});

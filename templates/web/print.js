// What is printed: the rows that are to be seen, whole, and the columns in which something stands. The grid
// itself draws only what fits on the screen.

import { fill, find, make } from './dom.js';

const RIGHT = new Set(['length', 'stake', 'amount', 'number']);

export function preparePrint(view, title) {
  if (!view) return;
  const { sheet, rows } = view;
  const columns = sheet.columns.filter(({ index }) => rows.some((row) => row.cells[index] !== ''));
  const heads = columns.map((column) => make('th', { scope: 'col' }, column.title));
  const head = make('tr', {}, make('th', { scope: 'col' }, '序号'), ...heads);
  const cellOf = (row, { index, kind }) => make('td', { className: RIGHT.has(kind) ? 'number' : '' }, row.cells[index]);
  const lines = rows.map((row) =>
    make('tr', {}, make('td', { className: 'number' }, String(sheet.placeOf(row.id) + 1)), ...columns.map((column) => cellOf(row, column))),
  );
  const caption = make('caption', {}, `${title} ${sheet.title}${view.isFiltered ? '（筛选）' : ''}`);
  fill(find('print'), make('table', {}, caption, make('thead', {}, head), make('tbody', {}, ...lines)));
}

export const endPrint = () => fill(find('print'));

// What spreadsheets put on the clipboard, and where it goes: text to cells and back, without a guess at
// what a cell means.

// Cells of a text with tabs: a cell that begins with a quote goes to its closing quote, line breaks and
// tabs included; two quotes inside are one. The line break at the end of the last row begins no row.
export function parseClipboard(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let isQuoted = false;
  let isFresh = true;
  const endCell = () => {
    row.push(cell);
    cell = '';
    isFresh = true;
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (isQuoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (isQuoted && c === '"') {
      isQuoted = false;
    } else if (isQuoted) {
      cell += c;
    } else if (c === '"' && isFresh && isClosed(text, i)) {
      isQuoted = true;
      isFresh = false;
    } else if (c === '\t') {
      endCell();
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      endRow();
    } else {
      cell += c;
      isFresh = false;
    }
  }
  if (!isFresh || row.length > 0) endRow();
  return rows;
}

// Whether the quote at @from has one that closes it before a tab, a line break or the end: else it is a
// character like others, as 3" is.
function isClosed(text, from) {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i++;
    else return i + 1 === text.length || /[\t\r\n]/.test(text[i + 1]);
  }
  return false;
}

const quoted = (cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

// The text that parseClipboard() makes the same cells of.
export const formatClipboard = (rows) => rows.map((row) => row.map(quoted).join('\t')).join('\r\n');

// How often a block of @n stands in a selection of @room: a whole number of times, else once.
const tiled = (n, room) => (room > n && room % n === 0 ? room : n);

// The cells that a pasted block sets and the rows it adds.
//   block     rows of cells
//   rows      that are to be seen, in their order: what is filtered away is not among them
//   at        {row, column} of the first cell
//   columns   of the sheet, in the order on the screen
//   selection {rows, columns} that are selected: a block that fits into it a whole number of times fills it
// Returns {set: [{id, cells}], add: [cells], n_rows, n_columns, n_lost}: n_lost cells, none of them empty,
// would stand right of the last column.
export function planPaste({ block, rows, at, columns, selection }) {
  const width = block.reduce((most, row) => Math.max(most, row.length), 0);
  const nRows = tiled(block.length, selection.rows);
  const nColumns = tiled(width, selection.columns);
  const plan = { set: [], add: [], nRows, nColumns: Math.min(nColumns, columns.length - at.column), nLost: 0 };
  for (let i = 0; i < nRows; i++) {
    const line = block[i % block.length];
    const old = rows[at.row + i];
    const cells = {};
    let isEmpty = true;
    for (let j = 0; j < nColumns; j++) {
      const text = line[j % width];
      const column = columns[at.column + j];
      if (text === undefined) continue;
      if (text !== '') isEmpty = false;
      if (!column) plan.nLost += text === '' ? 0 : 1;
      else if (!old || old.cells[column.index] !== text) cells[column.key] = text;
    }
    if (!old && !isEmpty) plan.add.push(cells);
    else if (old && Object.keys(cells).length > 0) plan.set.push({ id: old.id, cells });
  }
  return plan;
}

// Whether lengths of a paste were copied as shown and not as they are: there are some with decimals, and
// none has a third.
export function looksRounded(block, at, columns) {
  let nDecimals = 0;
  for (const row of block) {
    for (let j = 0; j < row.length; j++) {
      const column = columns[at.column + j];
      if (!column || column.kind !== 'length') continue;
      const decimals = /^\s*[0-9０-９]+[.．]([0-9０-９]+)\s*$/.exec(row[j]);
      if (!decimals) continue;
      if (decimals[1].length > 2) return false;
      nDecimals++;
    }
  }
  return nDecimals > 0;
}

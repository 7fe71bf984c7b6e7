// What the user does in the grid. Every act becomes one step of the book.

import { formatClipboard, looksRounded, parseClipboard, planPaste } from './paste.js';
import { edgeOf } from './range.js';
import { newId } from './sheet.js';
import { MOST_PASTED_UNSEEN, pasteText, refusalOfPaste } from './uploads.js';

export class Actions {
  // desk: {book, grid (), view (), notice (text), faults, importer, ask (name)}
  constructor(desk) {
    this.desk = desk;
    this.tabColumn = null; // where a row was begun: Enter goes back there
  }

  get grid() {
    return this.desk.grid();
  }

  get view() {
    return this.desk.view();
  }

  get sheet() {
    return this.view.sheet;
  }

  act(kind, change) {
    this.desk.book.act(kind, this.sheet, change);
  }

  // One cell that was typed; in the empty row it begins one.
  type(row, key, text) {
    if (row.id === null) this.addRows([{ [key]: text }], null, 'type');
    else this.act('type', { set: [{ id: row.id, cells: { [key]: text } }] });
  }

  // @after: the id of the row before; null: at the end.
  addRows(rows, after, kind, set) {
    const add = rows.map((cells) => ({ id: newId(), after, cells }));
    add.forEach(({ id }) => this.view.fresh.add(id));
    this.act(kind, { set: set || [], add });
  }

  run(command) {
    const { grid } = this;
    if (command.name !== 'tab' && command.name !== 'enter') this.tabColumn = null;
    this[command.name](command, grid);
  }

  step({ by: [rows, columns], isExtending }, grid) {
    const from = isExtending ? grid.range.head : grid.active;
    this.move({ row: from.row + rows, column: from.column + columns }, isExtending);
  }

  move(to, isExtending) {
    if (isExtending) this.grid.extend(to);
    else this.grid.go(to);
  }

  jump({ by: [rows, columns], isExtending }, grid) {
    grid.commit();
    const { row, column } = isExtending ? grid.range.head : grid.active;
    const textAt = (i, j) => this.view.getItem(i).cells[this.sheet.columns[j].index] !== '';
    const to =
      rows !== 0
        ? { row: edgeOf((i) => textAt(i, column), row, rows, Math.max(1, this.view.rows.length)), column }
        : { row, column: edgeOf((j) => textAt(row, j), column, columns, this.sheet.columns.length) };
    this.move(to, isExtending);
  }

  page({ by, isExtending }, grid) {
    const from = isExtending ? grid.range.head : grid.active;
    this.move({ row: from.row + by * grid.pageRows, column: from.column }, isExtending);
  }

  rowEnd({ isEnd, isExtending }, grid) {
    this.move({ row: grid.range.head.row, column: isEnd ? Infinity : 0 }, isExtending);
  }

  corner({ isEnd, isExtending }) {
    const row = isEnd ? Math.max(0, this.view.rows.length - 1) : 0;
    this.move({ row, column: isEnd ? Infinity : 0 }, isExtending);
  }

  tab({ by }, grid) {
    const last = this.sheet.columns.length - 1;
    const { row, column } = grid.active;
    if (this.tabColumn === null) this.tabColumn = column;
    const next = column + by;
    if (next > last) grid.go({ row: row + 1, column: 0 });
    else if (next < 0) grid.go({ row: row - 1, column: row > 0 ? last : 0 });
    else grid.go({ row, column: next });
  }

  enter({ by }, grid) {
    const column = this.tabColumn === null ? grid.active.column : this.tabColumn;
    this.tabColumn = null;
    grid.go({ row: grid.active.row + by, column });
  }

  escape(command, grid) {
    if (!grid.isDirty && !grid.editor.isDeep) return grid.go(grid.active);
    grid.editor.show(this.grid.row.cells[grid.column.index]);
    return undefined;
  }

  goInto(command, grid) {
    grid.editor.goInto();
  }

  selectAll(command, grid) {
    grid.range.anchor = { row: 0, column: 0 };
    grid.extend({ row: this.view.rows.length - 1, column: Infinity });
  }

  undo() {
    this.retake('undo', '没有可以撤销的操作');
  }

  redo() {
    this.retake('redo', '没有可以重做的操作');
  }

  retake(name, otherwise) {
    this.grid.commit();
    const step = this.desk.book[name]();
    if (!step) return this.desk.notice(otherwise);
    if (step.sheet === null) return this.desk.notice(`正在${name === 'undo' ? '撤销' : '重做'}：${step.title}`);
    return this.desk.show(step.sheet, firstOf(step.change));
  }

  clear() {
    const keys = this.keysOf();
    const set = this.grid.range.rowsOf(this.view).map((row) => ({ id: row.id, cells: this.filled(row, keys, '') }));
    this.act('type', { set: set.filter(isSetting) });
  }

  keysOf() {
    const { range } = this.grid;
    return this.sheet.columns.slice(range.left, range.right + 1);
  }

  // The cells of @row in @columns that would become another text.
  filled(row, columns, text) {
    const cells = {};
    columns.forEach((column, j) => {
      const wanted = typeof text === 'string' ? text : text[j];
      if (row.cells[column.index] !== wanted) cells[column.key] = wanted;
    });
    return cells;
  }

  // The first row of the selection into those below; of one row, the row above into it.
  fillDown(command, grid) {
    grid.commit();
    const rows = grid.range.rowsOf(this.view);
    const first = rows.length > 1 ? rows[0] : this.view.rows[grid.range.top - 1];
    const below = rows.length > 1 ? rows.slice(1) : rows;
    if (!first || below.length === 0) return;
    const columns = this.keysOf();
    const texts = columns.map((column) => first.cells[column.index]);
    const set = below.map((row) => ({ id: row.id, cells: this.filled(row, columns, texts) })).filter(isSetting);
    this.act('fill', { set });
  }

  insert(command, grid) {
    grid.commit();
    const above = this.view.rows[grid.range.top - 1];
    const n = grid.range.rowsOf(this.view).length || 1;
    const here = { row: grid.range.top, column: grid.active.column };
    this.addRows(Array.from({ length: n }, () => ({})), above ? above.id : '', 'type');
    grid.go(here);
    this.desk.notice(`已在第 ${here.row + 1} 行前插入 ${n} 行`);
  }

  remove(command, grid) {
    grid.editor.show(grid.row.cells[grid.column.index]);
    const rows = grid.range.rowsOf(this.view);
    const here = { row: grid.range.top, column: grid.active.column };
    this.act('type', { drop: rows.map(({ id }) => ({ id })) });
    grid.go(here);
    if (rows.length > 0) this.desk.notice(`已删除 ${rows.length} 行；Ctrl+Z 撤销`);
  }

  // The text of the selection for the clipboard.
  copied() {
    const columns = this.keysOf();
    const { range } = this.grid;
    const rows = [];
    for (let i = range.top; i <= range.bottom && i < this.view.getLength(); i++)
      rows.push(columns.map((column) => this.view.getItem(i).cells[column.index]));
    return formatClipboard(rows);
  }

  paste(text) {
    const { grid } = this;
    const block = parseClipboard(text);
    if (block.length === 0) return undefined;
    grid.editor.show(grid.row.cells[grid.column.index]);
    const at = { row: grid.range.top, column: grid.range.left };
    const selection = { rows: grid.range.nRows, columns: grid.range.nColumns };
    const { columns } = this.sheet;
    const plan = planPaste({ block, rows: this.view.rows, at, columns, selection });
    const remarks = this.remarksOf(plan, looksRounded(block, at, columns));
    if (plan.nRows > MOST_PASTED_UNSEEN) return this.pasteSeen(plan, at, remarks);
    this.addRows(plan.add, null, 'paste', plan.set);
    this.selectPasted(plan, at);
    const parts = [`已粘贴 ${plan.nRows} 行 × ${plan.nColumns} 列`];
    if (plan.add.length > 0) parts.push(`新增 ${plan.add.length} 行`);
    return this.desk.notice(`${[...parts, ...remarks].join('；')}。Ctrl+Z 撤销`);
  }

  // So many rows are looked at first, as a file is.
  pasteSeen(plan, at, remarks) {
    const refusal = refusalOfPaste(plan.nRows, this.desk.book.about.limits);
    if (refusal) return this.desk.notice(refusal);
    const { sheet } = this;
    const text = pasteText({ plan, sheet, at });
    const done = () => this.sheet === sheet && this.selectPasted(plan, at);
    return this.desk.importer.takePaste({ sheet, text, nRows: plan.nRows, remarks, done });
  }

  selectPasted(plan, at) {
    const { grid } = this;
    grid.active = grid.clamp(at);
    grid.range.set(grid.active);
    grid.activate();
    grid.extend({ row: at.row + plan.nRows - 1, column: at.column + plan.nColumns - 1 }, true);
  }

  remarksOf(plan, isRounded) {
    const remarks = [];
    if (plan.nLost > 0) remarks.push(`超出最右一列的 ${plan.nLost} 格没有粘贴`);
    if (this.view.isFiltered) remarks.push('筛选隐藏的行没有改动');
    if (isRounded) remarks.push('里程都没有第三位小数：复制到的可能是显示的值，不是原值');
    return remarks;
  }

  nextFault({ by }) {
    this.desk.faults.goNext(by);
  }

  repair() {
    if (!this.desk.faults.repairAt(this.grid.row.id, this.grid.column.key)) this.desk.notice('本格没有可直接采用的改法');
  }

  choose() {
    this.desk.ask('choices');
  }

  help() {
    this.desk.ask('help');
  }

  leave() {
    this.grid.commit();
    this.desk.ask('faults');
  }
}

const isSetting = ({ cells }) => Object.keys(cells).length > 0;

// The first row that a change touches and that is there after it: {id, key}.
function firstOf({ set = [], add = [] }) {
  if (set.length > 0) return { id: set[0].id, key: Object.keys(set[0].cells)[0] };
  return add.length > 0 ? { id: add[0].id, key: null } : null;
}

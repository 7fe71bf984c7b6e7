// What is wrong, as the program found it: the list beside the grid, and the marks on the cells.

import { button, fill, find, make } from './dom.js';
import { formatYuan } from './numbers.js';

const SHOWN = 100; // at once; more on demand
const ERROR = 'error';

export const SEVERITIES = { error: '错误', warning: '警告', info: '提示' };

export class Faults {
  // desk: {book, show (sheet, {id, key}), act (kind, sheet, change), grid ()}
  constructor(desk) {
    this.desk = desk;
    this.typing = null; // the row that is being typed in: its faults are shown when it is left
    this.nShown = SHOWN;
    this.list = [];
    this.at = -1;
    find('order').addEventListener('change', () => this.reorder());
  }

  get order() {
    return find('order').value;
  }

  async reorder() {
    this.nShown = SHOWN;
    await this.update();
  }

  // New findings came.
  async update() {
    const { book } = this.desk;
    let { first } = book.findings;
    if (this.order === 'place' && book.findings.n > 0) {
      try {
        first = (await book.api.get('/api/findings?from=0&sort=place')).findings;
      } catch (error) {
        // the order by money stands until the next news
      }
    }
    this.list = first;
    this.draw();
  }

  isHidden(fault) {
    return fault.id !== null && fault.id === this.typing;
  }

  // A row is being typed in (null: none any more).
  setTyping(id) {
    if (id === this.typing) return;
    this.typing = id;
    this.draw();
  }

  draw() {
    const { findings } = this.desk.book;
    const counts = Object.keys(SEVERITIES).map((severity) => [SEVERITIES[severity], findings.by_severity[severity] || 0]);
    const said = counts.filter(([, n]) => n > 0).map(([name, n]) => ` · ${name} ${n}`);
    find('counts').textContent = `问题 ${findings.n}${said.join('')}`;
    const seen = this.list.filter((fault) => !this.isHidden(fault));
    const items = seen.slice(0, this.nShown).map((fault) => this.itemOf(fault));
    const nMore = findings.n - items.length;
    if (nMore > 0 && seen.length > this.nShown) items.push(make('li', { className: 'more' }, button(`再显示一些（还有 ${nMore} 条）`, () => this.showMore())));
    else if (nMore > 0 && items.length > 0) items.push(make('li', { className: 'more' }, `另有 ${nMore} 条`));
    if (findings.n === 0) items.push(make('li', { className: 'none' }, this.desk.book.figures.trouble || '没有发现问题'));
    const list = find('faults');
    const place = [...list.children].findIndex((item) => item.contains(document.activeElement));
    fill(list, ...items);
    if (place >= 0) focusOn(list.children[Math.min(place, items.length - 1)]);
    this.mark();
  }

  showMore() {
    this.nShown += SHOWN;
    this.draw();
  }

  whereOf(fault) {
    const sheet = this.desk.book.sheets.get(fault.sheet);
    if (!sheet) return '';
    const place = fault.id === null ? -1 : sheet.placeOf(fault.id);
    const column = sheet.byKey.get(fault.column);
    const parts = [sheet.name === 'road' ? '' : sheet.title, place < 0 ? '' : `第 ${place + 1} 行`, column ? column.title : ''];
    return parts.filter((part) => part !== '').join(' ');
  }

  itemOf(fault) {
    const isError = fault.severity === ERROR;
    const go = button('', () => this.go(fault), { className: 'go' });
    go.append(
      make('span', { className: `sign ${isError ? 'error' : 'hint'}` }, SEVERITIES[fault.severity]),
      make('b', {}, this.whereOf(fault)),
      make('span', { className: 'text' }, ` ${fault.message}`),
    );
    if (fault.at_stake_fen) go.append(make('span', { className: 'stake' }, `关系 ${formatYuan(Math.abs(fault.at_stake_fen))} 元`));
    const repair = this.canRepair(fault) ? button(`改为 ${fault.repair}`, () => this.repair(fault), { className: 'repair' }) : null;
    return make('li', {}, go, repair);
  }

  canRepair(fault) {
    return !!fault.repair && fault.id !== null && fault.column !== null;
  }

  go(fault) {
    this.at = this.list.indexOf(fault);
    if (fault.id !== null) this.desk.show(fault.sheet, { id: fault.id, key: fault.column });
  }

  repair(fault) {
    const sheet = this.desk.book.sheets.get(fault.sheet);
    if (!sheet.find(fault.id)) return;
    this.desk.book.act('repair', sheet, { set: [{ id: fault.id, cells: { [fault.column]: fault.repair } }] });
    this.go(fault);
  }

  // Faults of one cell; @key null: of its row.
  of(id, key) {
    return this.list.filter((fault) => fault.id !== null && fault.id === id && (fault.column === key || fault.column === null));
  }

  repairAt(id, key) {
    const fault = this.of(id, key).find((one) => one.column === key && this.canRepair(one));
    if (fault) this.repair(fault);
    return !!fault;
  }

  // The next one of a cell, in the order of the list.
  goNext(by) {
    const placed = this.list.filter((fault) => fault.id !== null && !this.isHidden(fault));
    if (placed.length === 0) return;
    const grid = this.desk.grid();
    const isHere = (fault) => grid && fault.id === grid.row.id && (fault.column === null || fault.column === grid.column.key);
    const last = placed.indexOf(this.list[this.at]);
    const from = last >= 0 && isHere(placed[last]) ? last : placed.findIndex(isHere);
    const next = from < 0 ? (by > 0 ? 0 : placed.length - 1) : (from + by + placed.length) % placed.length;
    this.go(placed[next]);
  }

  // Ids of rows of a sheet with faults.
  idsOf(name) {
    return new Set(this.desk.book.findings.rows.filter(([sheet]) => sheet === name).map(([, id]) => id));
  }

  // The marks on the cells of the sheet that is shown.
  mark() {
    const grid = this.desk.grid();
    if (!grid) return;
    const faulty = this.idsOf(grid.sheet.name);
    const marks = new Map();
    for (const fault of this.list) {
      if (fault.sheet !== grid.sheet.name || fault.id === null || fault.column === null) continue;
      const cells = marks.get(fault.id) || { n: 'faulty' };
      if (cells[fault.column] !== 'fault error') cells[fault.column] = fault.severity === ERROR ? 'fault error' : 'fault hint';
      marks.set(fault.id, cells);
    }
    grid.paintFaults((id) => (id === this.typing ? null : marks.get(id) || (faulty.has(id) ? { n: 'faulty' } : null)));
  }
}

function focusOn(item) {
  const target = item && item.querySelector('button');
  if (target) target.focus();
}

// What an upload would do, before it does: columns and what they are taken for, rows, kilometres, yuan,
// figures, findings. It is drawn whole each time the program has read the upload again.

import { button, fill, find, make } from './dom.js';
import { SEVERITIES } from './faults.js';
import { formatCount, formatKm, formatYuan } from './numbers.js';
import { isInStrip } from './strip.js';
import { arrow, cellTexts, changeLinesOf, changedFigures, columnsSaid, faultsSaid, isChanging, isChoiceOpen, isLeft, isUnread, linesOf, missingOf } from './uploads.js';

const NOT_READ = ''; // it is kept, with its head, among what the program does not know
const MOST_FINDINGS = 100;
const KINDS = { added: '新增', changed: '改动', dropped: '没有' };

const cell = (text, className) => make('td', { className: className || '' }, text);
const heads = (texts) =>
  make('thead', {}, make('tr', {}, ...texts.map((text) => make('th', { scope: 'col', className: /（/.test(text) ? 'number' : '' }, text))));

export class Preview {
  // book; on: {mend ({sheet, head, column}), choose (missing), takeAs (sheet)}
  constructor(book, on) {
    this.book = book;
    this.on = on;
    this.isOpen = new Map(); // of a part: whether it is folded out
  }

  // The body of the dialog. @sheet: what the file was said to be, "" a road list or an entry workbook; @remarks
  // are the page's own.
  draw(answer, { sheet, remarks }) {
    this.answer = answer;
    const choice = this.choice();
    const told = [...answer.remarks, ...remarks];
    return [
      this.kind(sheet),
      make('div', { className: 'sums' }, this.sums(), this.figures()),
      choice,
      ...answer.tables.map((table) => this.columns(table)),
      ...answer.tables.map((table) => this.rows(table)),
      this.findings(),
      told.length > 0 ? this.part('remarks', `说明 ${told.length} 条`, make('ul', {}, ...told.map((text) => make('li', {}, text))), true) : null,
    ].filter(Boolean);
  }

  // Something to fold out; it stays as it was left when the upload is read again.
  part(key, title, content, isOpen) {
    const details = make('details', {}, make('summary', { 'data-key': `part ${key}` }, title), content);
    details.open = this.isOpen.has(key) ? this.isOpen.get(key) : isOpen;
    details.addEventListener('toggle', () => this.isOpen.set(key, details.open));
    return details;
  }

  kind(sheet) {
    if (this.answer.kind === 'paste') return null;
    const others = [...this.book.sheets.values()].filter(({ name, isFile }) => name !== 'road' && isFile);
    const select = make('select', { 'data-key': 'sheet' });
    fill(select, make('option', { value: '' }, '里程台账或录入表'), ...others.map(({ name, title }) => make('option', { value: name }, `${title}表`)));
    select.value = sheet;
    select.addEventListener('change', () => this.on.takeAs(select.value));
    return make('p', { className: 'as' }, make('label', {}, '文件是', select));
  }

  sums() {
    const many = (lines) => make('td', { className: 'number' }, ...lines.map((text) => make('div', {}, text)));
    const { missing } = this.answer;
    const gone = missing === 'keep' ? '保留' : missing === 'drop' ? '删除' : this.answer.kind === 'paste' ? '' : '文件里没有';
    const lines = this.answer.tables.map((table) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, table.title, table.source && table.source !== table.title ? make('div', { className: 'source' }, `来自“${table.source}”`) : null),
        many([`${formatCount(table.n_before)} 行`]),
        many(linesOf(table.added)),
        many(changeLinesOf(table.changed)),
        gone ? many(linesOf(table.dropped)) : null,
        many(linesOf(table.unchanged)),
        many([`${formatCount(table.n_after)} 行`]),
      ),
    );
    const titles = ['表', '现有', '新增', '改动', gone, '不变', '之后'].filter((text) => text !== '');
    return make('table', { className: 'changes' }, heads(titles), make('tbody', {}, ...lines));
  }

  figures() {
    const changed = changedFigures(this.answer.figures.filter(({ key }) => isInStrip(key)));
    const faults = faultsSaid(this.answer.faults).map((text) => make('p', { className: 'same' }, text));
    if (changed.length === 0) return make('div', {}, make('p', { className: 'same' }, '合计都不变'), ...faults);
    const lines = changed.map(({ title, before, after, change }) =>
      make('tr', {}, make('th', { scope: 'row' }, title), cell(before, 'number'), cell(after, 'number'), cell(change, 'number change')),
    );
    const table = make('table', { className: 'figures' }, heads(['合计', '现在', '之后', '增减']), make('tbody', {}, ...lines));
    return make('div', {}, table, ...faults);
  }

  // What becomes of rows that the upload does not have.
  choice() {
    const { answer } = this;
    const missing = missingOf(answer);
    if (answer.missing === null && missing.n === 0) return null;
    const option = (value, text) => {
      const input = make('input', { type: 'radio', name: 'missing', value, checked: answer.missing === value, 'data-key': `missing ${value}` });
      input.addEventListener('change', () => this.on.choose(value));
      return make('label', {}, input, text);
    };
    const what = missing.n > 0 ? `记录里有、文件里没有的 ${linesOf(missing).join('，')}` : '记录里有、文件里没有的行';
    const set = make('fieldset', { className: isChoiceOpen(answer) ? 'choice open' : 'choice' }, make('legend', {}, what), option('keep', '保留'), option('drop', '删除'));
    if (isChoiceOpen(answer)) set.append(make('span', {}, '请先选择'));
    return set;
  }

  columns(table) {
    if (this.answer.kind === 'paste') return null;
    const items = table.columns.map((one, i) => this.columnOf(table, one, i));
    const isAnyLeft = table.columns.some((one) => isLeft(one) && !one.is_mended);
    const list = make('ul', { className: 'columns' }, ...items);
    return this.part(`columns ${table.sheet}`, `${table.title}　${columnsSaid(table)}`, list, isAnyLeft);
  }

  // A head of the file, what stands under it, and what it is taken for.
  columnOf(table, one, i) {
    const sheet = this.book.sheets.get(table.sheet);
    const head = one.head === '' ? `（第 ${i + 1} 列，没有表头）` : one.head;
    const select = make('select', { 'aria-label': `${head} 作为`, 'data-key': `column ${table.sheet} ${one.head}` });
    const offered = sheet.columns.map(({ key, title }) => [key, title]);
    if (one.column !== null && !offered.some(([key]) => key === one.column)) offered.push([one.column, '原样保存']);
    fill(select, make('option', { value: NOT_READ }, one.is_ordinal ? '不用（顺序由记录自己保存）' : '不读，原样留存'), ...offered.map(([value, text]) => make('option', { value }, text)));
    select.value = one.column === null ? NOT_READ : one.column;
    select.addEventListener('change', () =>
      this.on.mend({ sheet: table.sheet, head: one.head, column: select.value === NOT_READ ? null : select.value }),
    );
    const state = one.is_mended ? '已改' : isLeft(one) ? '没有认出' : '';
    return make(
      'li',
      { className: isLeft(one) ? 'left' : '' },
      make('span', { className: 'head', title: head }, head),
      make('span', { className: 'example', title: one.example || '' }, one.example ? `例：${one.example}` : '（空）'),
      select,
      make('span', { className: 'mark' }, state),
    );
  }

  rows(table) {
    if (table.rows.length === 0) return null;
    const sheet = this.book.sheets.get(table.sheet);
    const isKept = this.answer.missing === 'keep';
    const nameOf = (key) => (sheet.byKey.has(key) && sheet.byKey.get(key).title) || '其他列';
    const cellsOf = (row) =>
      row.cells.map((one) => {
        const [before, after] = cellTexts(one);
        const texts = row.kind === 'changed' ? [make('del', {}, before), ' → ', make('ins', {}, after)] : [row.kind === 'added' ? after : before];
        return make('span', { className: 'cell' }, `${nameOf(one[0])} `, ...texts);
      });
    const kindOf = ({ kind }) => (kind !== 'dropped' ? KINDS[kind] : isKept ? '保留' : this.answer.missing === 'drop' ? '删除' : KINDS.dropped);
    const amounts = [
      ['里程（公里）', 'm', formatKm],
      ['金额（元）', 'fen', formatYuan],
    ].filter(([, key]) => table.rows.some((row) => row[key] !== null || row[`before_${key}`] !== null));
    const lines = table.rows.map((row) =>
      make(
        'tr',
        { className: row.kind === 'dropped' && isKept ? 'kept' : row.kind },
        cell(kindOf(row), 'kind'),
        make('th', { scope: 'row', title: row.title }, row.title),
        ...amounts.map(([, key, format]) => cell(arrow(row[`before_${key}`], row[key], format), 'number')),
        make('td', {}, ...cellsOf(row)),
      ),
    );
    const nMore = table.n_rows - table.rows.length;
    const content = make(
      'div',
      {},
      make('table', { className: 'rows' }, heads(['', '行', ...amounts.map(([title]) => title), '内容']), make('tbody', {}, ...lines)),
      nMore > 0 ? make('p', {}, `另有 ${formatCount(nMore)} 行没有列出`) : null,
    );
    return this.part(`rows ${table.sheet}`, `${table.title}　有变化的 ${formatCount(table.n_rows)} 行`, content, true);
  }

  findings() {
    const { n, first, by_severity: counts } = this.answer.findings;
    if (n === 0) return null;
    const said = Object.keys(SEVERITIES).filter((key) => counts[key] > 0).map((key) => `${SEVERITIES[key]} ${formatCount(counts[key])}`);
    const items = first.slice(0, MOST_FINDINGS).map((fault) =>
      make('li', {}, make('span', { className: `sign ${fault.severity === 'error' ? 'error' : 'hint'}` }, SEVERITIES[fault.severity]), fault.message),
    );
    if (n > items.length) items.push(make('li', {}, `另有 ${formatCount(n - items.length)} 条`));
    return this.part('findings', `文件里的问题 ${formatCount(n)} 条：${said.join('、')}`, make('ul', { className: 'findings' }, ...items), isUnread(this.answer));
  }

  get canApply() {
    return !this.answer.refusal && !isChoiceOpen(this.answer) && isChanging(this.answer);
  }
}

// What has the focus inside @root, by name, so that what is drawn anew gets it again.
export const focusedKey = (root) => (root.contains(document.activeElement) ? document.activeElement.getAttribute('data-key') : null);

export function focusKey(root, key) {
  const element = key ? [...root.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === key) : null;
  if (element) element.focus();
  return !!element;
}

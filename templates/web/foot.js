// The line under the grid: which rows are to be seen, what is selected, and acts for the mouse.

import { button, fill, find, make } from './dom.js';
import { formatCount, formatKm, formatYuan, parseFen, parseMetres } from './numbers.js';

// Columns that rows are filtered by, in the sheets that have them.
const FILTERS = [
  ['township', '全部乡镇'],
  ['class', '全部等级'],
  ['level', '全部级次'],
  ['category', '全部类别'],
];
const MOST = 300;

export class Foot {
  // desk: {view (), grid (), faults, actions, redraw ()}
  constructor(desk) {
    this.desk = desk;
    const act = (name) => () => {
      desk.actions().run({ name });
      desk.grid().open();
      if (desk.grid().editor) desk.grid().editor.focus();
    };
    fill(
      find('acts'),
      button('撤销', act('undo'), { title: 'Ctrl+Z' }),
      button('重做', act('redo'), { title: 'Ctrl+Y' }),
      button('插入', act('insert'), { title: '在选中的行前插入（Alt+Insert）' }),
      button('删除', act('remove'), { title: '删除选中的行（Alt+Delete）' }),
      button('向下填充', act('fillDown'), { title: 'Ctrl+D' }),
    );
  }

  // The filters of the sheet that is shown.
  begin() {
    const { sheet } = this.desk.view();
    this.selects = FILTERS.filter(([key]) => sheet.byKey.has(key)).map(([key, all]) => {
      const select = make('select', { 'aria-label': sheet.byKey.get(key).title, on: { change: () => this.filter() } });
      return [key, select, all];
    });
    this.offer();
    this.only = make('input', { type: 'checkbox', on: { change: () => this.filter() } });
    fill(
      find('filters'),
      '筛选：',
      ...this.selects.map(([, select]) => select),
      make('label', {}, this.only, '只看有问题的'),
    );
    this.sum();
  }

  // What stands in the columns now; a list that is open is left alone.
  offer() {
    for (const [key, select, all] of this.selects) if (document.activeElement !== select) this.offerOf(key, select, all);
  }

  offerOf(key, select, all) {
    const texts = this.desk.view().textsOf(key, MOST);
    const chosen = select.value;
    if (chosen !== '' && chosen !== undefined && texts.indexOf(chosen) < 0) texts.unshift(chosen);
    fill(select, make('option', { value: '' }, all), ...texts.map((text) => make('option', { value: text }, text)));
    select.value = chosen || '';
  }

  filter() {
    const view = this.desk.view();
    const equals = {};
    for (const [key, select] of this.selects) if (select.value !== '') equals[key] = select.value;
    view.setFilter(equals, this.only.checked ? this.desk.faults.idsOf(view.sheet.name) : null);
    this.desk.redraw();
  }

  // Rows that are gone to must be seen.
  showAll() {
    for (const [, select] of this.selects) select.value = '';
    this.only.checked = false;
    this.filter();
  }

  // What the selected cells come to; what is no plain number is left out.
  sum() {
    const grid = this.desk.grid();
    const view = this.desk.view();
    if (!grid) return;
    const { range } = grid;
    const rows = range.rowsOf(view);
    const parts = [`选中 ${formatCount(Math.max(1, rows.length) * range.nColumns)} 格`];
    const columns = view.sheet.columns.slice(range.left, range.right + 1);
    const add = (kind, parse, format, unit) => {
      const of = columns.filter((column) => column.kind === kind);
      if (of.length === 0) return;
      let total = 0;
      for (const row of rows) for (const { index } of of) total += parse(row.cells[index]) || 0;
      parts.push(`合计 ${format(total)} ${unit}`);
    };
    add('length', parseMetres, formatKm, '公里');
    add('amount', parseFen, formatYuan, '元');
    if (view.isFiltered) parts.push(`显示 ${formatCount(view.rows.length)} / ${formatCount(view.sheet.rows.length)} 行`);
    else parts.push(`共 ${formatCount(view.rows.length)} 行`);
    find('sum').textContent = parts.join(' · ');
  }
}

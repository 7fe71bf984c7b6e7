// A sheet of one row, as 单位信息: a form.

import { fill, find, make } from './dom.js';
import { newId } from './sheet.js';

export class Form {
  constructor(book, sheet) {
    this.book = book;
    this.sheet = sheet;
    this.inputs = sheet.columns.map((column) => {
      const input = make('input', { id: `form-${column.key}`, autocomplete: 'off', spellcheck: false });
      input.addEventListener('change', () => this.take(column, input.value));
      return input;
    });
    const lines = sheet.columns.map((column, i) =>
      make('p', {}, make('label', { htmlFor: `form-${column.key}` }, column.title), this.inputs[i]),
    );
    fill(find('form'), make('h2', {}, sheet.title), ...lines);
    this.draw();
  }

  take(column, text) {
    const row = this.sheet.rows[0];
    const cells = { [column.key]: text };
    if (row) this.book.act('type', this.sheet, { set: [{ id: row.id, cells }] });
    else this.book.act('type', this.sheet, { add: [{ id: newId(), after: null, cells }] });
  }

  draw() {
    const row = this.sheet.rows[0];
    this.sheet.columns.forEach((column, i) => {
      const input = this.inputs[i];
      if (document.activeElement !== input) input.value = row ? row.cells[column.index] : '';
    });
  }

  show(key) {
    const column = this.sheet.byKey.get(key);
    this.inputs[column ? column.position : 0].focus();
  }
}

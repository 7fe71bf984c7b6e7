// One page: the tabs, the grid or form of the sheet that is shown, and what stands around it.

import { Actions } from './actions.js';
import { Book } from './book.js';
import { openChoices } from './choices.js';
import { showConflict, showKeys, showWorking } from './dialog.js';
import { button, fill, find } from './dom.js';
import { Faults } from './faults.js';
import { Foot } from './foot.js';
import { Form } from './form.js';
import { Grid } from './grid.js';
import { Importer } from './import.js';
import { commandOf } from './keys.js';
import { listenToMouse } from './mouse.js';
import { Strip } from './strip.js';
import { View } from './view.js';

export class Desk {
  constructor(api, nonce) {
    this.nonce = nonce;
    this.views = new Map();
    this.shown = null; // {sheet, view, grid, stop} or {sheet, form}
    this.book = new Book(api, {
      rows: (sheet, news) => this.rowsChanged(sheet, news),
      state: (state) => this.tellState(state),
      news: () => this.tellNews(),
      conflict: (step, conflicts) => this.askConflict(step, conflicts),
      message: (text) => this.notice(text),
    });
    const part = {
      book: this.book,
      grid: () => this.grid,
      view: () => this.view,
      actions: () => this.actions,
      notice: (text) => this.notice(text),
      show: (name, place) => this.show(name, place),
      ask: (name) => this.ask(name),
      redraw: () => this.redraw(),
      working: (figure) => showWorking(api, figure).catch((error) => this.notice(error.message)),
    };
    this.importer = new Importer({
      book: this.book,
      notice: (text) => this.notice(text),
      commit: () => this.grid && this.grid.commit(),
      focus: () => this.focus(),
    });
    part.importer = this.importer;
    part.faults = new Faults(part);
    this.faults = part.faults;
    this.strip = new Strip(part);
    this.actions = new Actions(part);
    this.foot = new Foot(part);
  }

  get grid() {
    return this.shown ? this.shown.grid : null;
  }

  get view() {
    return this.shown ? this.shown.view : null;
  }

  async open() {
    await this.book.open();
    const { about } = this.book;
    find('whose').textContent = `${about.entity || about.county_name || about.county} ${about.year}年度`;
    document.title = `养路 ${find('whose').textContent}`;
    this.tabs = about.sheets.map((sheet) =>
      button(sheet.title, () => this.choose(sheet.name), { role: 'tab', 'data-sheet': sheet.name }),
    );
    fill(find('tabs'), ...this.tabs);
    this.tellState({ n: 0, trouble: null });
    find('help').addEventListener('click', () => showKeys());
    find('import').addEventListener('click', () => this.importer.choose());
    this.choose(about.sheets[0].name);
  }

  choose(name) {
    if (this.shown && this.shown.sheet.name === name) return;
    if (this.grid) this.close();
    const sheet = this.book.sheets.get(name);
    this.tabs.forEach((tab) => tab.setAttribute('aria-selected', String(tab.dataset.sheet === name)));
    find('grid').hidden = sheet.isSingle;
    find('form').hidden = !sheet.isSingle;
    document.querySelector('footer').hidden = sheet.isSingle;
    if (sheet.isSingle) this.shown = { sheet, form: new Form(this.book, sheet) };
    else this.openGrid(sheet);
    this.faults.draw();
  }

  close() {
    this.grid.commit();
    this.shown.stop();
    this.grid.destroy();
  }

  openGrid(sheet) {
    if (!this.views.has(sheet.name)) this.views.set(sheet.name, new View(sheet));
    const view = this.views.get(sheet.name);
    view.setFilter({}, null);
    this.shown = { sheet, view };
    this.shown.grid = new Grid({
      host: find('grid'),
      view,
      nonce: this.nonce,
      on: {
        type: (...typed) => this.typed(...typed),
        moved: () => this.moved(),
      },
    });
    this.shown.stop = listenToMouse(this.grid);
    this.foot.begin();
    this.grid.editor.focus();
  }

  // Who types does not see what arrives in the cell meanwhile: then it is asked about.
  typed(row, key, text, base) {
    const theirs = row.cells[this.shown.sheet.byKey.get(key).index];
    const type = () => this.actions.type(row, key, text);
    if (theirs === base) type();
    else this.askWhich([{ sheet: this.shown.sheet.name, id: row.id, column: key, base, mine: text, theirs }], type);
    if (this.grid) this.faults.setTyping(this.view.getItem(this.grid.active.row).id);
  }

  moved() {
    if (!this.grid) return;
    if (this.grid.activeId !== this.faults.typing) this.faults.setTyping(null);
    this.foot.sum();
    this.tellNote();
  }

  // Keys of the whole page; those of the grid are the grid's before slickgrid sees them.
  press(event) {
    const { grid } = this;
    if (this.importer.isOpen) return;
    if (find('dialog').open || !grid || !find('grid').contains(event.target)) {
      if (event.key === 'F1' && !find('dialog').open) this.take(event, () => showKeys());
      if (event.key === 'F8' && grid) this.take(event, () => this.faults.goNext(event.shiftKey ? -1 : 1));
      if (event.key === 'F6' && grid) this.take(event, () => grid.editor.focus());
      return;
    }
    if (!grid.editor) grid.open();
    const command = commandOf(event, { isDeep: grid.editor.isDeep, isDirty: grid.isDirty });
    if (!command) event.stopPropagation();
    else this.take(event, () => this.actions.run(command));
  }

  take(event, act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  copy(event, isCut) {
    const { grid } = this;
    if (!grid || !find('grid').contains(event.target)) return;
    if (grid.isDirty || (grid.editor.isDeep && grid.range.isSingle)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.actions.copied());
    if (isCut) this.actions.clear();
  }

  paste(event) {
    const { grid } = this;
    if (!grid || !find('grid').contains(event.target)) return;
    const text = event.clipboardData.getData('text/plain');
    if (grid.editor.isDeep && !/[\t\r\n]/.test(text)) return;
    event.preventDefault();
    this.actions.paste(text);
  }

  rowsChanged(sheet, { ids, isMoved }) {
    const view = this.views.get(sheet.name);
    if (view && (isMoved || view.sheet.rows !== view.rows)) view.refresh();
    if (!this.shown || this.shown.sheet !== sheet) return;
    if (this.shown.form) this.shown.form.draw();
    else if (isMoved) this.grid.draw();
    else this.grid.updateRows(ids);
    if (this.grid) {
      this.foot.sum();
    }
  }

  focus() {
    if (!this.grid) return;
    this.grid.open();
    this.grid.editor.focus();
  }

  redraw() {
    this.grid.draw();
    this.foot.sum();
  }

  // Goes to a cell; a filter that hides it is taken away.
  show(name, place) {
    this.choose(name);
    if (!place) return;
    if (this.shown.form) {
      this.shown.form.show(place.key);
      return;
    }
    if (this.view.indexOf(place.id) < 0 && this.view.isFiltered) this.foot.showAll();
    const row = this.view.indexOf(place.id);
    const column = this.shown.sheet.byKey.get(place.key);
    if (row < 0) return;
    this.grid.go({ row, column: column ? column.position : 0 });
    this.grid.editor.focus();
  }

  ask(name) {
    if (name === 'help') showKeys();
    if (name === 'choices') openChoices(this.grid, (text) => this.choice(text));
    if (name === 'faults') {
      const first = find('faults').querySelector('button');
      (first || find('order')).focus();
    }
  }

  choice(text) {
    this.grid.editor.type(text);
    this.grid.commit();
  }

  tellNews() {
    this.strip.draw();
    if (this.grid) this.foot.offer();
    this.faults.update().then(() => this.tellNote());
  }

  // What is wrong with the active cell, beside it.
  tellNote() {
    const note = find('note');
    const { grid } = this;
    const here = grid && grid.row.id !== null ? this.faults.of(grid.row.id, grid.column.key) : [];
    const box = here.length > 0 ? grid.boxOf() : null;
    note.hidden = !box || here[0].id === this.faults.typing;
    if (note.hidden) return;
    note.textContent = here.map((fault) => fault.message).join('\n') + (here.some((fault) => this.faults.canRepair(fault)) ? `\nF9 改为 ${here.find((fault) => fault.repair).repair}` : '');
    note.style.left = `${Math.max(4, Math.min(box.left, find('grid').getBoundingClientRect().right - note.offsetWidth - 8))}px`;
    const isBelow = box.bottom + 4 + note.offsetHeight < window.innerHeight;
    note.style.top = `${isBelow ? box.bottom + 4 : box.top - note.offsetHeight - 4}px`;
  }

  notice(text) {
    const bar = find('notice');
    bar.hidden = false;
    bar.textContent = text;
    clearTimeout(this.noticeEnd);
    this.noticeEnd = setTimeout(() => (bar.hidden = true), 12000);
  }

  tellState({ n, trouble }) {
    const state = find('state');
    state.className = trouble ? 'trouble' : n > 0 ? 'busy' : '';
    if (trouble && trouble.kind === 'closed') state.textContent = `未保存 ${n} 步：${trouble.message}`;
    else if (trouble && n > 0) state.textContent = `未保存 ${n} 步：正在重试`;
    else if (trouble) state.textContent = '程序没有应答：正在重试';
    else if (n > 0) state.textContent = '保存中';
    else state.textContent = `已保存 ${new Date().toTimeString().slice(0, 5)}`;
    state.title = trouble ? trouble.message : '';
  }

  askWhich(conflicts, take) {
    const nameOf = ({ sheet: name, id, column }) => {
      const sheet = this.book.sheets.get(name);
      const title = sheet.byKey.has(column) ? sheet.byKey.get(column).title : column;
      return `${sheet.title} 第 ${sheet.placeOf(id) + 1} 行 ${title}`;
    };
    showConflict(conflicts, nameOf, take);
  }

  askConflict(step, conflicts) {
    const again = () => {
      const sheet = this.book.sheets.get(step.sheet);
      const isThere = ({ id }) => sheet.find(id);
      const { set = [], add = [], drop = [] } = step.change;
      const kind = step.kind === 'undo' ? 'type' : step.kind;
      this.book.act(kind, sheet, { set: set.filter(isThere), add, drop: drop.filter(isThere) });
    };
    // Other cells of these rows were typed elsewhere: nobody's typing is lost.
    if (step.kind !== 'undo' && conflicts.every(({ base, theirs }) => base !== null && base === theirs)) again();
    else this.askWhich(conflicts, again);
  }

  get isUnsaved() {
    return this.book.queue.length > 0 || (this.grid && this.grid.isDirty);
  }
}

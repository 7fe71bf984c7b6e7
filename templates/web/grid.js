// The grid of one sheet: slickgrid with our editor always open on the active cell. It draws, scrolls and
// holds the active cell; keys, the mouse, the selection and all changes are ours.

import Sortable from 'sortablejs';
import { SlickGrid } from 'slickgrid';
import { frozenOf } from './columns.js';
import { CellEditor } from './editor.js';
import { Range } from './range.js';

window.Sortable = Sortable;

const RIGHT = new Set(['length', 'stake', 'amount', 'number', 'year']);

export class Grid {
  // on: {type (row, key, text, base), moved ()}; base: what stood there when the typing began
  constructor({ host, view, nonce, on }) {
    this.host = host;
    this.view = view;
    this.sheet = view.sheet;
    this.on = on;
    this.range = new Range();
    this.nFrozen = frozenOf(this.sheet.name);
    this.wasFrozen = true;
    this.isWaiting = false; // to be drawn anew once the composition is over
    const number = { id: 'n', name: '', field: 'n', width: 54, focusable: false, cssClass: 'place', resizable: false };
    const columns = this.sheet.columns.map((column) => ({
      id: column.key,
      name: column.title,
      field: column.key,
      index: column.index,
      width: column.width,
      editor: CellEditor,
      onComposed: () => this.drawIfWaiting(),
      cssClass: RIGHT.has(column.kind) ? 'number' : '',
    }));
    this.grid = new SlickGrid(host, view, [number, ...columns], {
      editable: true,
      autoEdit: true,
      asyncEditorLoading: false,
      enableCellNavigation: true,
      enableColumnReorder: false,
      enableHtmlRendering: false,
      enableTextSelectionOnCells: true,
      suppressCssChangesOnHiddenInit: true,
      frozenColumn: this.nFrozen,
      rowHeight: 26,
      nonce,
      dataItemColumnValueExtractor: (row, column) => this.textOf(row, column),
      editCommandHandler: (row, column, command) =>
        on.type(row, column.id, command.serializedValue, row.cells[column.index]),
    });
    this.marksOf = () => null;
    this.grid.onViewportChanged.subscribe(() => this.paint());
    this.grid.onClick.subscribe((event) => event.stopImmediatePropagation());
    this.observer = new ResizeObserver(() => this.keep(() => this.grid.resizeCanvas()));
    this.observer.observe(host);
    this.tellCounts();
    this.go({ row: 0, column: 0 });
  }

  destroy() {
    this.observer.disconnect();
    this.grid.destroy();
    this.host.textContent = '';
  }

  textOf(row, column) {
    if (column.id !== 'n') return row.cells[column.index].replace(/[\r\n]+/g, ' ');
    return row.id === null ? '＋' : String(this.sheet.placeOf(row.id) + 1);
  }

  tellCounts() {
    const pane = this.host;
    pane.setAttribute('aria-rowcount', String(this.view.rows.length));
    pane.setAttribute('aria-colcount', String(this.sheet.columns.length));
  }

  get editor() {
    return this.grid.getCellEditor();
  }

  get isDirty() {
    return !!this.editor && this.editor.isValueChanged();
  }

  get at() {
    return this.range.head;
  }

  get row() {
    return this.view.getItem(this.active.row);
  }

  get column() {
    return this.sheet.columns[this.active.column];
  }

  clamp({ row, column }) {
    return {
      row: Math.max(0, Math.min(row, this.view.rows.length)),
      column: Math.max(0, Math.min(column, this.sheet.columns.length - 1)),
    };
  }

  // What was typed into the active cell becomes an act.
  commit() {
    if (!this.isDirty) return;
    const editor = this.editor;
    const { base } = editor;
    editor.settle();
    this.on.type(this.row, this.column.key, editor.serializeValue(), base);
  }

  // Makes one cell the active one; the selection is that cell.
  go(to) {
    this.commit();
    this.active = this.clamp(to);
    this.range.set(this.active);
    this.activate();
  }

  activate() {
    this.activeId = this.row.id;
    this.grid.setActiveCell(this.active.row, this.active.column + 1);
    // Back in the columns that stay, the others are seen from their first.
    const isFrozen = this.active.column < this.nFrozen;
    if (isFrozen && !this.wasFrozen) this.grid.scrollCellIntoView(this.active.row, this.nFrozen + 1, false);
    this.wasFrozen = isFrozen;
    this.open();
    this.paintRange();
    this.on.moved();
  }

  // The selection grows or shrinks; the active cell stays.
  extend(to, isStill) {
    this.commit();
    this.range.extend(this.clamp(to));
    if (!isStill) this.grid.scrollCellIntoView(this.range.head.row, this.range.head.column + 1, false);
    this.paintRange();
    this.on.moved();
  }

  open() {
    if (!this.editor) this.grid.editActiveCell();
    if (this.editor && this.host.contains(document.activeElement)) this.editor.focus();
  }

  // Cells of rows changed; no row came or went.
  updateRows(ids) {
    for (const id of ids) {
      const index = this.view.indexOf(id);
      if (index >= 0) this.grid.updateRow(index);
    }
  }

  // slickgrid closes the editor whenever it measures or draws all: what is being typed is kept over it, and
  // the focus where it is. A composition is waited for.
  keep(change) {
    const { editor } = this;
    if (editor && editor.isComposing) {
      this.isWaiting = true;
      return;
    }
    const typed = this.isDirty ? editor.serializeValue() : null;
    const isDeep = !!editor && editor.isDeep;
    const focused = document.activeElement;
    change();
    if (!this.editor) this.grid.editActiveCell();
    if (this.editor && typed !== null) this.editor.type(typed);
    if (this.editor) this.editor.isDeep = isDeep;
    if (focused && focused !== document.body && focused.isConnected) focused.focus({ preventScroll: true });
  }

  // Rows came or went: the active cell stays on its row.
  draw() {
    this.keep(() => {
      const place = this.activeId === null ? -1 : this.view.indexOf(this.activeId);
      this.grid.updateRowCount();
      this.grid.invalidate();
      this.tellCounts();
      const row = place < 0 ? this.active.row : place;
      if (row !== this.active.row) this.range.set({ row, column: this.active.column });
      this.active = this.clamp({ row, column: this.active.column });
      this.activeId = this.row.id;
      this.grid.setActiveCell(this.active.row, this.active.column + 1);
      this.paint();
    });
  }

  drawIfWaiting() {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    setTimeout(() => {
      this.keep(() => this.grid.resizeCanvas());
      this.draw();
    }, 0);
  }

  paint() {
    this.paintRange();
    this.paintFaults(this.marksOf);
  }

  // Only rows that are drawn are painted: a selection may cover all.
  paintRange() {
    const hash = {};
    const { range } = this;
    if (!range.isSingle) {
      const drawn = this.grid.getRenderedRange();
      const cells = {};
      for (let j = range.left; j <= range.right; j++) cells[this.sheet.columns[j].key] = 'selected';
      for (let i = Math.max(range.top, drawn.top); i <= Math.min(range.bottom, drawn.bottom); i++) hash[i] = cells;
    }
    this.grid.setCellCssStyles('range', hash);
  }

  // @marksOf (id): {KEY or "n": class} of a row, null for none. Only rows that are drawn are asked for.
  paintFaults(marksOf) {
    this.marksOf = marksOf;
    const drawn = this.grid.getRenderedRange();
    const hash = {};
    for (let i = Math.max(0, drawn.top); i <= drawn.bottom && i < this.view.rows.length; i++) {
      const cells = marksOf(this.view.rows[i].id);
      if (cells) hash[i] = cells;
    }
    this.grid.setCellCssStyles('faults', hash);
  }

  get pageRows() {
    const seen = this.grid.getViewport();
    return Math.max(1, seen.bottom - seen.top - 2);
  }

  // Where a cell is on the screen.
  boxOf() {
    const node = this.grid.getActiveCellNode();
    return node ? node.getBoundingClientRect() : null;
  }

  // The cell of a mouse event: column -1 is the number of the row; null: none.
  cellAt(target) {
    const node = target && target.closest ? target.closest('.slick-cell') : null;
    if (!node || !this.host.contains(node)) return null;
    const cell = this.grid.getCellFromEvent({ target: node });
    return cell ? { row: cell.row, column: cell.cell - 1 } : null;
  }
}

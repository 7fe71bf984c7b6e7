// One sheet as this tab sees it: its rows in the order kept, with what is typed and not yet saved.
//
// A change is {set: [{id, cells: {KEY: text}}], add: [{id, after, cells}], drop: [{id}]}; "after" is the id
// of the row before, "" the first place, null the last.

const HEX = '0123456789abcdef';

// 16 hex digits drawn by chance: the id of a row, or of a step.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  let id = '';
  bytes.forEach((byte) => {
    id += HEX[byte >> 4] + HEX[byte & 15];
  });
  return id;
}

export const isEmptyChange = (change) =>
  !(change.set || []).length && !(change.add || []).length && !(change.drop || []).length;

export class Sheet {
  constructor(name, title, columns) {
    this.name = name;
    this.title = title;
    // All columns in the order of the cells; those that are shown have a title.
    this.all = columns.map((column, index) => ({ ...column, index }));
    this.columns = this.all.filter((column) => column.title !== null);
    this.columns.forEach((column, position) => (column.position = position));
    this.byKey = new Map(this.all.map((column) => [column.key, column]));
    this.load([]);
  }

  // Rows as the server gives them: {id, rev, cells: [text…]} in their order.
  load(rows) {
    this.rows = rows;
    this.byId = new Map(rows.map((row) => [row.id, row]));
    this.places = null;
  }

  find(id) {
    return this.byId.get(id);
  }

  // Where the row stands, 0 the first; -1 where it is not.
  placeOf(id) {
    if (!this.places) this.places = new Map(this.rows.map((row, i) => [row.id, i]));
    const place = this.places.get(id);
    return place === undefined ? -1 : place;
  }

  text(row, key) {
    return row.cells[this.byKey.get(key).index];
  }

  // Does @change; what names a row that is not there is passed over. Returns the change that takes it back.
  apply(change) {
    const back = { set: [], add: [], drop: [] };
    for (const { id, cells } of change.set || []) {
      const row = this.byId.get(id);
      if (row) back.set.push({ id, cells: this.setCells(row, cells) });
    }
    this.drop(change.drop || [], back);
    this.add(change.add || [], back);
    return back;
  }

  setCells(row, cells) {
    const old = {};
    for (const key of Object.keys(cells)) {
      const column = this.byKey.get(key);
      if (!column) continue;
      old[key] = row.cells[column.index];
      row.cells[column.index] = cells[key];
    }
    return old;
  }

  drop(dropped, back) {
    const going = new Set(dropped.map(({ id }) => id));
    if (going.size === 0) return;
    let before = '';
    const kept = [];
    for (const row of this.rows) {
      if (going.has(row.id)) {
        back.add.push({ id: row.id, after: before, cells: this.cellsOf(row), rev: row.rev });
        this.byId.delete(row.id);
      } else kept.push(row);
      before = row.id;
    }
    this.rows = kept;
    this.places = null;
  }

  cellsOf(row) {
    const cells = {};
    this.all.forEach((column) => {
      if (row.cells[column.index] !== '') cells[column.key] = row.cells[column.index];
    });
    return cells;
  }

  // Rows added after the same row, or at one end, stand in their order.
  add(added, back) {
    const fresh = added.filter(({ id }) => !this.byId.has(id));
    if (fresh.length === 0) return;
    const following = new Map();
    const last = [];
    const rows = fresh.map(({ id, after, cells, rev }) => {
      const row = { id, rev: rev || 0, cells: this.all.map((column) => cells[column.key] || '') };
      this.byId.set(id, row);
      back.drop.push({ id });
      return { row, after };
    });
    for (const { row, after } of rows) {
      const isKnown = after === '' || (after !== null && after !== undefined && this.byId.has(after));
      if (!isKnown) last.push(row);
      else if (following.has(after)) following.get(after).push(row);
      else following.set(after, [row]);
    }
    const placed = [];
    const place = (row) => {
      placed.push(row);
      (following.get(row.id) || []).forEach(place);
    };
    (following.get('') || []).forEach(place);
    this.rows.forEach(place);
    last.forEach(place);
    this.rows = placed;
    this.places = null;
  }

  // What the server says of rows: {id, rev, cells, after}, and ids that went. Cells that unsaved steps hold
  // are typed over what came, so that nobody's typing vanishes from the screen.
  receive(rows, dropped, unsaved) {
    const known = rows.filter((row) => this.byId.has(row.id));
    for (const { id, rev, cells } of known) {
      const row = this.byId.get(id);
      row.rev = rev;
      row.cells = cells.slice();
    }
    const fresh = rows.filter((row) => !this.byId.has(row.id));
    const back = { add: [], drop: [] };
    this.add(fresh.map((row) => ({ ...row, cells: this.named(row.cells) })), back);
    this.drop(dropped.map((id) => ({ id })), back);
    unsaved.forEach((change) => this.apply(change));
    return fresh.length > 0 || dropped.length > 0;
  }

  named(cells) {
    const byKey = {};
    this.all.forEach((column) => {
      byKey[column.key] = cells[column.index];
    });
    return byKey;
  }
}

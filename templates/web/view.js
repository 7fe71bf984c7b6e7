// Which rows of a sheet are to be seen, in the order kept, and an empty one behind them to type into.

const BLANK = Object.freeze({ id: null });

export class View {
  constructor(sheet) {
    this.sheet = sheet;
    this.blank = { ...BLANK, cells: sheet.all.map(() => '') };
    this.equals = {}; // KEY: the text that its cell must be
    this.only = null; // ids that are to be seen; null: all
    this.fresh = new Set(); // rows added since the filter was set are seen, whatever is in them
    this.refresh();
  }

  get isFiltered() {
    return this.only !== null || Object.keys(this.equals).length > 0;
  }

  setFilter(equals, only) {
    this.equals = equals;
    this.only = only;
    this.fresh.clear();
    this.refresh();
  }

  refresh() {
    const wanted = Object.keys(this.equals).map((key) => [this.sheet.byKey.get(key).index, this.equals[key]]);
    const isSeen = (row) =>
      this.fresh.has(row.id) ||
      ((this.only === null || this.only.has(row.id)) && wanted.every(([index, text]) => row.cells[index] === text));
    this.rows = this.isFiltered ? this.sheet.rows.filter(isSeen) : this.sheet.rows;
    this.places = null;
  }

  // What the grid asks.
  getLength() {
    return this.rows.length + 1;
  }

  getItem(i) {
    return i < this.rows.length ? this.rows[i] : this.blank;
  }

  indexOf(id) {
    if (!this.places) this.places = new Map(this.rows.map((row, i) => [row.id, i]));
    const index = this.places.get(id);
    return index === undefined ? -1 : index;
  }

  // Texts that stand in a column, each once, as people sort them.
  textsOf(key, most) {
    const index = this.sheet.byKey.get(key).index;
    const texts = new Set();
    for (const row of this.sheet.rows) {
      const text = row.cells[index];
      if (text !== '') texts.add(text);
      if (texts.size > most) break;
    }
    return [...texts].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  }
}

// The cells that are selected: a rectangle from where it began (anchor) to the active end (head), in rows
// and columns of what is to be seen. The grid's own selection loses a mouse range that crosses the frozen
// columns, and Shift+click; this one looks at cells only.

export class Range {
  constructor() {
    this.set({ row: 0, column: 0 });
  }

  set(at) {
    this.anchor = { ...at };
    this.head = { ...at };
  }

  extend(to) {
    this.head = { ...to };
  }

  get top() {
    return Math.min(this.anchor.row, this.head.row);
  }

  get bottom() {
    return Math.max(this.anchor.row, this.head.row);
  }

  get left() {
    return Math.min(this.anchor.column, this.head.column);
  }

  get right() {
    return Math.max(this.anchor.column, this.head.column);
  }

  get nRows() {
    return this.bottom - this.top + 1;
  }

  get nColumns() {
    return this.right - this.left + 1;
  }

  get isSingle() {
    return this.nRows === 1 && this.nColumns === 1;
  }

  // Rows of the view that it covers, without the empty one at the end.
  rowsOf(view) {
    return view.rows.slice(this.top, this.bottom + 1);
  }
}

// Where Ctrl and an arrow go from @at: to the last cell of a run of full ones, else to the next full one,
// else to the edge.
export function edgeOf(isFull, at, step, n) {
  const isInside = (i) => i >= 0 && i < n;
  let next = at + step;
  if (!isInside(next)) return at;
  if (isFull(at) && isFull(next)) {
    while (isInside(next + step) && isFull(next + step)) next += step;
    return next;
  }
  while (isInside(next) && !isFull(next)) next += step;
  return isInside(next) ? next : step > 0 ? n - 1 : 0;
}

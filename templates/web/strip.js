// The strip of figures: what the record comes to, and how that changed since the page was opened. Each
// opens how it follows from others.

import { button, fill, find, make } from './dom.js';
import { formatChange, formatFigure, unitName, unitOf } from './numbers.js';

const CLASS = /^mileage\.by_class\./;
// In this order; those behind are left out where they are nothing.
const ALWAYS = ['mileage.listed_m', 'daily.standard_fen', 'daily.superior_grants_fen', 'daily.county_gap_fen'];
const IF_ANY = ['daily.unfunded_fen', 'daily.surplus_fen'];

// Whether a figure is one of those that may stand here.
export const isInStrip = (key) => CLASS.test(key) || ALWAYS.includes(key) || IF_ANY.includes(key);

export class Strip {
  // desk: {book, working (figure)}
  constructor(desk) {
    this.desk = desk;
    this.opening = null;
  }

  chosen() {
    const { list } = this.desk.book.figures;
    const byKey = new Map(list.map((figure) => [figure.key, figure]));
    const classes = list.filter(({ key, units }, i) => CLASS.test(key) && (units !== 0 || i < 3));
    const always = ALWAYS.map((key) => byKey.get(key)).filter(Boolean);
    const any = IF_ANY.map((key) => byKey.get(key)).filter((figure) => figure && figure.units !== 0);
    return [...classes, ...always, ...any];
  }

  draw() {
    const { list, trouble } = this.desk.book.figures;
    if (!this.opening && list.length > 0) this.opening = new Map(list.map(({ key, units }) => [key, units]));
    if (trouble) fill(find('figures'), make('p', { className: 'trouble' }, `暂时算不出预算：${trouble}`));
    else fill(find('figures'), ...this.chosen().map((figure) => this.blockOf(figure)));
  }

  blockOf(figure) {
    const unit = unitOf(figure.key);
    const before = this.opening.get(figure.key);
    const change = before === undefined ? 0 : figure.units - before;
    const block = button('', () => this.desk.working(figure), { className: `figure ${unit}`, title: '看这个数怎样得来' });
    block.append(
      make('span', { className: 'title' }, figure.title),
      make('span', { className: 'value' }, `${formatFigure(figure.units, unit)} `, make('i', {}, unitName(unit))),
      make('span', { className: 'change', title: '比打开时' }, change === 0 ? ' ' : formatChange(change, unit)),
    );
    return block;
  }
}

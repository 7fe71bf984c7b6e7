// How columns look: what they hold and how wide they are. What they are called and may hold is the server's.

const LENGTHS = new Set(['road.length', 'road.maintained_length', 'road.subsidised_length', 'cost.length']);
// Where along a road: no sum of them means anything.
const STAKES = new Set(['road.start', 'road.end', 'road.previous_start', 'road.previous_end']);
const AMOUNTS = new Set(['source.amount', 'land.city', 'land.county', 'cost.amount']);
const NUMBERS = new Set(['road.width', 'bridge.length', 'road.built', 'road.rebuilt', 'road.last_works']);
const WIDTHS = {
  route_code: 112, route_name: 132, class: 66, township: 104, division_code: 116, village: 104, name: 170,
  duplicate_of: 112, payee: 150, document: 160, item: 220, category: 130, code: 140, other: 120, chief: 80,
  purpose: 120, fund: 110, level: 80, account: 120, previous_code: 112, replaces: 160,
};
const BY_KIND = { length: 82, stake: 82, amount: 130, number: 78, text: 88 };

function kindOf(sheet, key) {
  const name = `${sheet}.${key}`;
  if (LENGTHS.has(name)) return 'length';
  if (STAKES.has(name)) return 'stake';
  if (AMOUNTS.has(name)) return 'amount';
  return NUMBERS.has(name) ? 'number' : 'text';
}

// Columns of a sheet of GET /api/record.
export const columnsOf = (sheet) =>
  sheet.columns.map((column) => {
    const kind = kindOf(sheet.name, column.name);
    const wanted = WIDTHS[column.name] || BY_KIND[kind];
    // a head is seen whole: 13 pixels a character, and room for its edges
    const width = Math.max(wanted, (column.head || '').length * 13 + 14);
    return { key: column.name, title: column.head, kind, width, values: column.values || null };
  });

// How many columns stay in sight when the others move: what names a row.
export const frozenOf = (sheet) => (sheet === 'road' || sheet === 'bridge' ? 2 : 1);

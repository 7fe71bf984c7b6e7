// How wide columns are. What they are called, what they hold and what may be chosen is the server's.

const WIDTHS = {
  route_code: 112, route_name: 132, class: 66, township: 104, division_code: 116, village: 104, name: 170,
  duplicate_of: 112, payee: 150, document: 160, item: 220, category: 130, code: 140, other: 120, chief: 80,
  purpose: 120, fund: 110, level: 80, account: 120, previous_code: 112, replaces: 160,
};
const BY_KIND = { length: 82, stake: 82, amount: 130, number: 78, year: 78, date: 104, text: 88 };

// Columns of a sheet of GET /api/record.
export const columnsOf = (sheet) =>
  sheet.columns.map((column) => {
    const { kind } = column;
    const wanted = WIDTHS[column.name] || BY_KIND[kind];
    // a head is seen whole: 13 pixels a character, and room for its edges
    const width = Math.max(wanted, (column.head || '').length * 13 + 14);
    return { key: column.name, title: column.head, kind, width, values: column.values || null };
  });

// How many columns stay in sight when the others move: what names a row.
export const frozenOf = (sheet) => (sheet === 'road' || sheet === 'bridge' ? 2 : 1);

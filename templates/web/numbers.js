// Whole metres and whole fen as people read them, and back. No fractions: 0.1 + 0.2 is not 0.3.

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

function decimal(value, nDecimals) {
  const digits = String(Math.abs(value)).padStart(nDecimals + 1, '0');
  const at = digits.length - nDecimals;
  return `${value < 0 ? '−' : ''}${grouped(digits.slice(0, at))}.${digits.slice(at)}`;
}

export const formatKm = (metres) => decimal(metres, 3);
export const formatYuan = (fen) => decimal(fen, 2);
export const formatCount = (n) => (n < 0 ? '−' : '') + grouped(String(Math.abs(n)));

// The unit of a figure is the end of its key: "m" whole metres, "fen" whole fen, else a count.
export const unitOf = (key) => (/_m$/.test(key) ? 'm' : /_fen$/.test(key) ? 'fen' : 'n');

export function formatFigure(value, unit) {
  if (unit === 'm') return formatKm(value);
  return unit === 'fen' ? formatYuan(value) : formatCount(value);
}

export const unitName = (unit) => ({ m: '公里', fen: '元' })[unit] || '';

// A change, its sign always said.
export const formatChange = (value, unit) => (value > 0 ? '+' : '') + formatFigure(value, unit);

// The whole number of 1/10^n_decimals in a cell as typed, for the sum under the grid; null where the cell
// is no plain number. The program alone says what a cell is worth.
function parseDecimal(text, nDecimals) {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/．/g, '.')
    .replace(/[,，]/g, '');
  const parts = /^(-?)(\d{1,9})(?:\.(\d+))?$/.exec(plain);
  if (!parts) return null;
  const decimals = (parts[3] || '').replace(/0+$/, '');
  if (decimals.length > nDecimals) return null;
  const value = Number(parts[2] + decimals.padEnd(nDecimals, '0'));
  return parts[1] ? -value : value;
}

export const parseMetres = (text) => parseDecimal(text, 3);
export const parseFen = (text) => parseDecimal(text, 2);

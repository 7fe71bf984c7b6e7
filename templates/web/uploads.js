// What is put into the record whole, a file or a great paste: what is sent, and what its preview says. Only
// texts are made here; what rows are and what they come to is the program's word.

import { formatChange, formatCount, formatFigure, formatKm, formatYuan, unitName, unitOf } from './numbers.js';
import { formatClipboard } from './paste.js';

const MIB = 1024 * 1024;

// A paste of more rows is looked at before it is taken.
export const MOST_PASTED_UNSEEN = 200;

// What one step of an upload may have at most; the sentence, or null.
export function refusalOfFile(size, limits) {
  const most = limits.upload_bytes;
  if (size <= most) return null;
  // Never rounded down to what would be allowed.
  return `文件有 ${formatCount(Math.ceil(size / MIB))} MiB，一次最多导入 ${formatCount(most / MIB)} MiB；请分成几个文件`;
}

export function refusalOfPaste(nRows, limits) {
  const most = limits.upload_rows;
  return nRows <= most ? null : `一次最多粘贴 ${formatCount(most)} 行，这里有 ${formatCount(nRows)} 行，没有粘贴`;
}

// The text of a planned paste: a head of "id" and the keys of its columns, then each row that it sets, as it
// becomes, and each that it adds, without an id.
export function pasteText({ plan, sheet, at }) {
  const columns = sheet.columns.slice(at.column, at.column + plan.nColumns);
  const textOf = (cells, row) => ({ key, index }) => (key in cells ? cells[key] : row ? row.cells[index] : '');
  const lines = plan.set.map(({ id, cells }) => [id, ...columns.map(textOf(cells, sheet.find(id)))]);
  const added = plan.add.map((cells) => ['', ...columns.map(textOf(cells, null))]);
  return formatClipboard([['id', ...columns.map(({ key }) => key)], ...lines, ...added]);
}

// How many rows of the record the upload does not have, and what they come to: {n, m, fen}.
export function missingOf({ tables }) {
  const sum = (key) => {
    const known = tables.map(({ dropped }) => dropped[key]).filter((value) => value !== null && value !== undefined);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  return { n: sum('n') || 0, m: sum('m'), fen: sum('fen') };
}

// Whether somebody has to say first what becomes of rows that the upload does not have.
export const isChoiceOpen = (preview) => preview.missing === null && missingOf(preview).n > 0;

const isAnyOf = ({ added, changed, dropped }, missing) =>
  added.n > 0 || changed.n > 0 || (dropped.n > 0 && missing === 'drop');

// Whether it would change anything.
export const isChanging = ({ tables, missing }) => tables.some((table) => isAnyOf(table, missing));

// What rows come to, a line each: how many, kilometres, yuan.
export function linesOf({ n, m, fen }) {
  const lines = [`${formatCount(n)} 行`];
  if (n > 0 && isKnown(m)) lines.push(`${formatKm(m)} 公里`);
  if (n > 0 && isKnown(fen)) lines.push(`${formatYuan(fen)} 元`);
  return lines;
}

// The same of rows that change: before → after where that differs.
export function changeLinesOf(part) {
  const lines = [`${formatCount(part.n)} 行`];
  if (part.n > 0 && isKnown(part.m)) lines.push(`${arrow(part.before_m, part.m, formatKm)} 公里`);
  if (part.n > 0 && isKnown(part.fen)) lines.push(`${arrow(part.before_fen, part.fen, formatYuan)} 元`);
  return lines;
}

const isKnown = (value) => value !== null && value !== undefined;

// "1.100 → 1.484"; one of them alone where the other is not or is the same.
export function arrow(before, after, format) {
  const texts = [before, after].filter(isKnown).map(format);
  return texts.length === 2 && texts[0] === texts[1] ? texts[0] : texts.join(' → ');
}

// A changed cell as people read it. Columns that the program does not know are kept in one, each in a line,
// its head before a tab.
export const cellTexts = ([key, before, after]) =>
  [before, after].map((text) => {
    if (text === '') return '（空）';
    return key === 'other' ? text.replace(/\t/g, ' ').replace(/\n/g, '；') : text;
  });

// The figures that become others, with their change: {title, with the unit, before, after, change}.
export const changedFigures = (figures) =>
  figures
    .filter(({ before_units: before, units }) => before !== units)
    .map(({ key, title, before_units: before, units }) => {
      const unit = unitOf(key);
      return {
        title: unitName(unit) === '' ? title : `${title}（${unitName(unit)}）`,
        before: isKnown(before) ? formatFigure(before, unit) : '—',
        after: isKnown(units) ? formatFigure(units, unit) : '—',
        change: isKnown(before) && isKnown(units) ? formatChange(units - before, unit) : '',
      };
    });

// How many faults the record has before and after; and why no budget can be
// made of it.
export function faultsSaid({ before, after }) {
  const totalOf = ({ by_severity: counts }) => (counts ? Object.values(counts).reduce((sum, n) => sum + n, 0) : null);
  const texts = [before, after].map((side) => (totalOf(side) === null ? '—' : formatCount(totalOf(side))));
  const said = [`全部问题：现在 ${texts[0]} 条，之后 ${texts[1]} 条`];
  if (after.trouble) said.push(`之后算不出预算：${after.trouble}`);
  return said;
}

// Whether a column waits for somebody to say what it is: one that only numbers the rows does not.
export const isLeft = ({ column, is_ordinal: isOrdinal }) => column === null && !isOrdinal;

// How many columns of a table are read and how many are not.
export function columnsSaid({ columns }) {
  const nRead = columns.filter(({ column }) => column !== null).length;
  const nLeft = columns.filter(isLeft).length;
  return `列的对应：读 ${nRead} 列${nLeft > 0 ? `，不读 ${nLeft} 列（原样留存）` : ''}`;
}

// Whether no column of the file was taken for one that there is.
export const isUnread = ({ kind, tables }) =>
  kind === 'file' && tables.every(({ columns }) => columns.every(({ column }) => column === null));

// What is to be done next, said beside the buttons.
export function nextSaid(preview, verb) {
  if (preview.refusal) return preview.refusal;
  if (isUnread(preview)) return '没有认出表头，一行也没有读；请在“列的对应”里指明哪一列是什么';
  if (!isChanging({ ...preview, missing: 'drop' })) return `与记录相同，没有要${verb}的内容`;
  if (isChoiceOpen(preview)) return '先选择保留还是删除';
  return isChanging(preview) ? `记录还没有改动，按“${verb}”才存入` : `这样没有要${verb}的内容`;
}

// All mends so far with one more: {sheet, head, column}.
export const withMend = (mends, mend) => [
  ...mends.filter(({ sheet, head }) => sheet !== mend.sheet || head !== mend.head),
  mend,
];

// What an upload did, for the bar.
export function doneText(preview) {
  const parts = preview.tables
    .filter((table) => isAnyOf(table, preview.missing))
    .map(({ title, added, changed, dropped }) => {
      const said = [];
      if (added.n > 0) said.push(`新增 ${formatCount(added.n)} 行`);
      if (changed.n > 0) said.push(`改动 ${formatCount(changed.n)} 行`);
      if (dropped.n > 0 && preview.missing === 'drop') said.push(`删除 ${formatCount(dropped.n)} 行`);
      return `${title} ${said.join('、')}`;
    });
  const what = preview.kind === 'paste' ? '已粘贴' : `已导入“${preview.name}”`;
  return `${what}：${parts.join('；')}。Ctrl+Z 撤销`;
}

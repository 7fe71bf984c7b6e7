// Questions and papers that stand over the page: the keys, how a figure follows, what another typed.

import { button, fill, find, make } from './dom.js';
import { KEY_LIST } from './keys.js';
import { formatFigure, unitName, unitOf } from './numbers.js';

// @buttons: [text, act]; each closes the dialog first. Resolves when it is closed.
export function openDialog(title, content, buttons) {
  const dialog = find('dialog');
  const close = (act) => () => {
    dialog.close();
    if (act) act();
  };
  const bar = make('div', { className: 'bar' }, ...buttons.map(([text, act]) => button(text, close(act))));
  fill(dialog, make('h2', {}, title), content, bar);
  dialog.setAttribute('aria-label', title);
  if (dialog.open) dialog.close();
  return new Promise((done) => {
    dialog.addEventListener('close', done, { once: true });
    dialog.showModal();
    bar.firstChild.focus();
  });
}

export function showKeys() {
  const rows = KEY_LIST.map(([keys, text]) => make('tr', {}, make('th', { scope: 'row' }, keys), make('td', {}, text)));
  return openDialog('键盘', make('table', { className: 'keys' }, make('tbody', {}, ...rows)), [['关闭']]);
}

// How a figure follows from others: the answer of /api/working, two levels deep; roads are counted only.
function workingOf(figure, depth) {
  const unit = unitOf(figure.key || '');
  const value = figure.value === null || figure.value === undefined ? '' : `${formatFigure(figure.value, unit)} ${unitName(unit)}`;
  const parts = depth > 0 ? (figure.parts || []).map((part) => workingOf(part, depth - 1)) : [];
  const { policy } = figure;
  const said = [figure.how, policy && [policy.document, policy.clause, policy.stated].filter(Boolean).join(' '), ...(figure.notes || [])];
  const nRows = (figure.rows || []).length + (figure.n_more_rows || 0);
  if (nRows > 0) said.push(`由 ${nRows} 行得来`);
  return make(
    'li',
    {},
    make('span', { className: 'title' }, figure.name || figure.key || ''),
    make('span', { className: 'value' }, value),
    ...said.filter(Boolean).map((text) => make('p', {}, text)),
    parts.length > 0 ? make('ul', {}, ...parts) : null,
  );
}

export async function showWorking(api, figure) {
  const answer = await api.get(`/api/working?figure=${encodeURIComponent(figure.key)}`);
  const items = answer.figures.map((one) => workingOf(one, 2));
  return openDialog(figure.title, make('ul', { className: 'working' }, ...items), [['关闭']]);
}

// What stood there, what was typed here and what another typed. take (isMine): which is kept.
export function showConflict(conflicts, nameOf, take) {
  const shown = (text) => (text === null ? '（没有这一行）' : text === '' ? '（空）' : text);
  const rows = conflicts
    .slice(0, 50)
    .map((one) =>
      make('tr', {}, make('th', { scope: 'row' }, nameOf(one)), ...['base', 'mine', 'theirs'].map((key) => make('td', {}, shown(one[key])))),
    );
  const heads = ['', '原来', '您改为', '别处改为'].map((text) => make('th', { scope: 'col' }, text));
  const table = make('table', { className: 'conflict' }, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows));
  const more = conflicts.length > 50 ? make('p', {}, `另有 ${conflicts.length - 50} 格`) : null;
  const content = make('div', {}, make('p', {}, '这几格已在别处改过，您的这一步没有保存。'), table, more);
  return openDialog('同一格有两处改动', content, [['保留别处的'], ['用我的', () => take()]]);
}

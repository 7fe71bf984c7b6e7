// The list of Alt+↓: what a column may hold where that is closed, else what stands in it already.

import { fill, find, make } from './dom.js';

const MOST = 500;

// grid: where it opens; take (text).
export function openChoices(grid, take) {
  const list = find('choices');
  const { column } = grid;
  const texts = column.values || grid.view.textsOf(column.key, MOST);
  const box = grid.boxOf();
  if (texts.length === 0 || !box) return;
  let at = Math.max(0, texts.indexOf(grid.row.cells[column.index]));
  const items = texts.map((text, i) => make('li', { role: 'option', id: `choice-${i}`, tabIndex: -1 }, text));
  fill(list, ...items);
  list.hidden = false;
  list.style.left = `${Math.min(box.left, window.innerWidth - list.offsetWidth - 8)}px`;
  const isBelow = box.bottom + list.offsetHeight < window.innerHeight;
  list.style.top = `${isBelow ? box.bottom : Math.max(0, box.top - list.offsetHeight)}px`;

  const select = (i) => {
    at = (i + texts.length) % texts.length;
    items.forEach((item, j) => item.setAttribute('aria-selected', String(j === at)));
    items[at].focus();
  };
  const close = (text) => {
    list.hidden = true;
    list.onkeydown = null;
    list.onclick = null;
    list.onfocusout = null;
    grid.open();
    grid.editor.focus();
    if (text !== null) take(text);
  };
  list.onkeydown = (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowDown') select(at + 1);
    else if (event.key === 'ArrowUp') select(at - 1);
    else if (event.key === 'Home') select(0);
    else if (event.key === 'End') select(texts.length - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') close(texts[at]);
    else if (event.key === 'Escape') close(null);
    else if (event.key.length === 1) selectBy(event.key);
  };
  const selectBy = (letter) => {
    for (let i = 1; i <= texts.length; i++) {
      if (texts[(at + i) % texts.length].startsWith(letter)) return select(at + i);
    }
    return undefined;
  };
  list.onclick = (event) => {
    const i = items.indexOf(event.target);
    if (i >= 0) close(texts[i]);
  };
  list.onfocusout = (event) => {
    if (!list.contains(event.relatedTarget)) list.hidden = true;
  };
  select(at);
}

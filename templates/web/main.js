// 养路: the page. It shows what the program says and sends what is typed; it judges and computes nothing.

import 'slickgrid/dist/styles/css/slick.grid.css';
import './page.css';
import { Api, openSession } from './api.js';
import { Desk } from './desk.js';
import { button, fill, find } from './dom.js';
import { endPrint, preparePrint } from './print.js';

const EXPORTS = [
  ['budget.xlsx', '预算工作簿'],
  ['entry.xlsx', '录入表'],
  ['roads.csv', '里程台账'],
];

function offerExports(api, desk) {
  const menu = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = '导出';
  const items = EXPORTS.map(([name, title]) =>
    button(title, () => {
      menu.open = false;
      desk.notice(`正在生成${title}……`);
      api.save(name).then(
        () => desk.notice(`已导出${title}`),
        (error) => desk.notice(`没有导出：${error.message}`),
      );
    }),
  );
  const list = document.createElement('div');
  list.append(...items);
  menu.append(summary, list);
  fill(find('exports'), menu);
}

async function start() {
  const { secret, nonce } = openSession();
  const api = new Api(secret);
  const desk = new Desk(api, nonce);
  const page = find('page');
  page.hidden = false;
  try {
    await desk.open();
  } catch (error) {
    page.hidden = true;
    find('opening').textContent = error.message;
    throw error;
  }
  find('opening').hidden = true;
  offerExports(api, desk);
  window.addEventListener('keydown', (event) => desk.press(event), true);
  document.addEventListener('copy', (event) => desk.copy(event, false));
  document.addEventListener('cut', (event) => desk.copy(event, true));
  document.addEventListener('paste', (event) => desk.paste(event));
  window.addEventListener('beforeprint', () => preparePrint(desk.view, find('whose').textContent));
  window.addEventListener('afterprint', endPrint);
  window.addEventListener('beforeunload', (event) => {
    if (!desk.isUnsaved) return;
    event.preventDefault();
    event.returnValue = '';
  });
}

start();

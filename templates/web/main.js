// 养路: the page. It shows what the program says and sends what is typed; it judges and computes nothing.

import 'slickgrid/dist/styles/css/slick.grid.css';
import './page.css';
import { Api, openSession } from './api.js';
import { Desk } from './desk.js';
import { find } from './dom.js';
import { listenToDrops } from './drop.js';
import { offerExports } from './exports.js';
import { endPrint, preparePrint } from './print.js';

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
  offerExports(api, (text) => desk.notice(text));
  listenToDrops(
    (files) => desk.importer.chosen(files),
    (text) => desk.notice(text),
  );
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

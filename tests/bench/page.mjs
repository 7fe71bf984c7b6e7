// node tests/bench/page.mjs [BUILD_DIR [SECTIONS [RUNS]]]: what the page costs a browser with a record of a county of that
// many sections, against a bare slickgrid with the same rows and columns: main-thread CPU to the first full
// screen, in turn, medians; rows that are blank while it is scrolled; and its assets, deflated. It judges
// nothing by the clock. BUILD_DIR is one with tests, whose page was bundled and whose Chromium was found.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { deflateSync } from 'node:zlib';

const build = resolve(process.argv[2] || 'build-tests');
const nSections = process.argv[3] || '20000';
const nRuns = Number(process.argv[4] || 7);
const program = join(build, 'src', 'yanglu');
const { chromium } = createRequire(join(build, 'tests/web/packages/x.js'))('playwright-core');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
const N_STEPS = 60;
const STEP_PX = 400;
const ROW_PX = 26;
const N_JUMPS = 20;

const say = (what, figure) => console.log(`${what.padEnd(72)} ${figure}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const folder = mkdtempSync(join(tmpdir(), 'yl-page-'));
mkdirSync(join(folder, 'run'), { mode: 0o700 });
const env = { ...process.env, XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data') };
const run = (...words) => execFileSync(program, words, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function makeRecord() {
  execFileSync(join(build, 'tests/bench/bench-generate'), ['county', '1', join(folder, 'list.csv'), nSections]);
  run('record', 'init', '--county', '371502', '--year', '2021', '--data', 'r.yanglu');
  try {
    run('record', 'import', 'list.csv', '--data', 'r.yanglu');
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

async function serve() {
  const child = spawn(program, ['serve', '--data', 'r.yanglu', '--no-browser'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [address] = await new Promise((take) => createInterface(child.stdout).once('line', (line) => take([line.trim()])));
  return { child, address };
}

// A second `serve` of the record asks the first for a fresh token.
const again = () => run('serve', '--data', 'r.yanglu', '--no-browser').trim();

// The bare grid: the same package in the same bundle, the rows as the server tells them, no more.
const BARE = `
import 'slickgrid/dist/styles/css/slick.grid.css';
import Sortable from 'sortablejs';
import { SlickGrid } from 'slickgrid';
window.Sortable = Sortable;
fetch('/rows.json').then((answer) => answer.json()).then((told) => {
  const columns = told.columns.map((name, i) => ({ id: name, name, field: i + 2, width: 90 }));
  new SlickGrid(document.getElementById('grid'), told.rows, columns, {
    rowHeight: 26, enableCellNavigation: true, enableColumnReorder: false, suppressCssChangesOnHiddenInit: true,
  });
});`;

function bundleBare() {
  writeFileSync(join(folder, 'bare.js'), BARE);
  execFileSync('esbuild', [join(folder, 'bare.js'), '--bundle', '--minify', '--target=chrome80', '--log-level=warning', `--outfile=${join(folder, 'out.js')}`], {
    env: { ...process.env, NODE_PATH: join(build, 'src/web/packages/node_modules') },
  });
}

async function serveBare(rows) {
  const html = '<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="/out.css"><div id="grid" style="width:1366px;height:700px"></div><script src="/out.js"></script>';
  const parts = {
    '/': ['text/html; charset=utf-8', html],
    '/out.js': ['text/javascript; charset=utf-8', readFileSync(join(folder, 'out.js'))],
    '/out.css': ['text/css; charset=utf-8', readFileSync(join(folder, 'out.css'))],
    '/rows.json': ['application/json', rows],
  };
  const server = createServer((request, response) => {
    const part = parts[request.url];
    response.writeHead(part ? 200 : 404, { 'Content-Type': part ? part[0] : 'text/plain' });
    response.end(part ? part[1] : '');
  });
  await new Promise((take) => server.listen(0, '127.0.0.1', take));
  return server;
}

// Seconds of the main thread until rows stand to the foot of the grid.
async function openAndMeasure(browser, address, look) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const spent = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await spent();
  await page.goto(address);
  await page.locator('.slick-row').nth(20).waitFor();
  await page.evaluate(() => new Promise((take) => requestAnimationFrame(() => requestAnimationFrame(take))));
  const seconds = (await spent()) - before;
  const more = look ? await look(page) : null;
  await context.close();
  return { seconds, more };
}

// Of three places of the page after each move: those where the row that belongs there does not stand, by the number
// in its first column, or has no text in the part that scrolls.
const countBlank = (page, nMoves, px) =>
  page.evaluate(
    async ([n, step, ROW_PX]) => {
      const panes = [...document.querySelectorAll('.slick-viewport')];
      const pane = panes.find((each) => each.scrollHeight > each.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(each).overflowY));
      const box = document.querySelector('.slick-viewport-left.slick-viewport-top').getBoundingClientRect();
      const right = pane.getBoundingClientRect();
      const length = step || Math.floor((pane.scrollHeight - pane.clientHeight) / (n + 1));
      let nBlank = 0;
      for (let i = 1; i <= n; i++) {
        pane.scrollTop = i * length;
        await new Promise((take) => requestAnimationFrame(() => setTimeout(take, 0)));
        for (const part of [0.1, 0.5, 0.9]) {
          const place = Math.floor((pane.scrollTop + part * pane.clientHeight) / ROW_PX) + 1;
          const y = (place - 0.5) * ROW_PX - pane.scrollTop;
          const number = document.elementFromPoint(box.left + 20, box.top + y).closest('.slick-cell');
          const row = document.elementFromPoint(right.left + 100, box.top + y).closest('.slick-row');
          if (!number || Number(number.textContent) !== place || !row || row.textContent.trim() === '') nBlank++;
        }
      }
      return { nBlank, nLooked: 3 * n, top: pane.scrollTop };
    },
    [nMoves, px, ROW_PX],
  );

async function measureScrolling(page) {
  await page.waitForTimeout(1000);
  const steps = await countBlank(page, N_STEPS, STEP_PX);
  const jumps = await countBlank(page, N_JUMPS, 0);
  assert.equal(steps.top, N_STEPS * STEP_PX);
  say(`blank of ${steps.nLooked} places after steps of ${STEP_PX} pixels (0)`, steps.nBlank);
  say(`blank of ${jumps.nLooked} places after jumps (0)`, jumps.nBlank);
}

function measureAssets() {
  const sizes = ['index.html', 'app.css', 'app.js'].map((name) => deflateSync(readFileSync(join(build, 'src/web', name))).length);
  say('assets, kB deflated (at most 150)', (sizes.reduce((a, b) => a + b) / 1000).toFixed(1));
}

// The rows as the page is told them.
async function readRows(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const told = page.waitForResponse((answer) => answer.url().endsWith('/api/sheets/road'));
  await page.goto(address);
  const rows = await (await told).body();
  await context.close();
  return rows;
}

makeRecord();
bundleBare();
measureAssets();
const { child, address } = await serve();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: FLAGS });
const bareServer = await serveBare(await readRows(browser, address));
try {
  const bareAddress = `http://127.0.0.1:${bareServer.address().port}/`;
  const pairs = [];
  for (let i = 0; i <= nRuns; i++) {
    const mine = await openAndMeasure(browser, again(), i === 0 ? measureScrolling : null);
    const bare = await openAndMeasure(browser, bareAddress, null);
    if (i > 0) pairs.push([mine.seconds, bare.seconds, mine.seconds / bare.seconds]);
  }
  const [mine, bare, ratio] = [0, 1, 2].map((at) => median(pairs.map((pair) => pair[at])));
  say('main thread to the first full screen : bare grid (at most 3.5)', `${ratio.toFixed(2)} (${(mine * 1000).toFixed(0)} : ${(bare * 1000).toFixed(0)} ms)`);
} finally {
  await browser.close();
  bareServer.close();
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}

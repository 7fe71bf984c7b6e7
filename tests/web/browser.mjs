// A `yanglu serve` of a record of its own, and a browser that opens it. What was started is ended by its own
// handle. Called with: PROGRAM PACKAGES CHROMIUM, where PACKAGES holds node_modules with playwright-core.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [program, packages, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(packages), 'x.js'))('playwright-core');
const PATIENCE_MS = 60000;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The one-time address that `serve` prints.
const addressIn = (text) => /http:\S+/.exec(text);

export class Desk {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'yanglu-web-'));
    this.record = join(this.folder, 'r.yanglu');
    this.complaints = [];
  }

  // What the program prints; it may end with findings (1), not with a failure.
  run(...words) {
    const done = spawnSync(program, words, { encoding: 'utf8' });
    if (done.status > 1) throw new Error(done.stderr);
    return done.stdout;
  }

  // An empty record of @county and @year, served and opened.
  async open(county, year) {
    this.run('record', 'init', '--data', this.record, '--county', county, '--year', year);
    this.server = spawn(program, ['serve', '--no-browser', '--data', this.record]);
    process.on('exit', () => this.server.kill('SIGINT'));
    const address = await new Promise((done, fail) => {
      let said = '';
      const listen = (bytes) => {
        said += bytes;
        if (addressIn(said)) done(addressIn(said)[0]);
      };
      this.server.stdout.on('data', listen);
      this.server.stderr.on('data', listen);
      this.server.on('exit', () => fail(new Error(said)));
    });
    this.browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
    this.context = await this.browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    });
    this.context.setDefaultTimeout(PATIENCE_MS);
    return this.openPage(address);
  }

  async openPage(address) {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.stack));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    await page.goto(address);
    await page.getByRole('tab', { name: '里程台账' }).waitFor();
    return page;
  }

  // Another tab, by another one-time address of the same server.
  openAnother() {
    return this.openPage(addressIn(this.run('serve', '--no-browser', '--data', this.record))[0]);
  }

  async close() {
    if (this.browser) await this.browser.close();
    if (this.server) {
      this.server.removeAllListeners('exit');
      const ended = new Promise((done) => this.server.on('exit', done));
      this.server.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

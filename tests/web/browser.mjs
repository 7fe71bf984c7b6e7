// A browser that opens the page of a record of its own. Called with: PROGRAM PACKAGES CHROMIUM, where PACKAGES
// holds node_modules with playwright-core.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Served } from './served.mjs';

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

export class Desk {
  constructor() {
    this.served = new Served(program);
    this.complaints = [];
  }

  // An empty record of @county and @year, served and opened.
  async open(county, year) {
    const address = await this.served.start(county, year);
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
    return this.openPage(this.served.again());
  }

  async close() {
    if (this.browser) await this.browser.close();
    await this.served.stop();
  }
}

// Chromium 80 as its package carries it, driven over its pipe: no client library takes so old a browser, and
// Node.js 18 has no WebSocket. What stands on the page is found by its names and texts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const PATIENCE_MS = 60000;
const LOOK_MS = 50;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--lang=zh-CN'];
const KEYS = {
  Enter: 13, Tab: 9, Escape: 27, Home: 36, End: 35, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Delete: 46, F2: 113, F8: 119,
};
const MODIFIERS = { Alt: 1, Control: 2, Shift: 8 };

// Unpacked once, beside the packages. Its libraries are among those of Debian's own.
export function chromium80(packages) {
  const file = join(packages, 'chromium-80', 'chromium');
  if (!existsSync(file)) {
    mkdirSync(join(packages, 'chromium-80'), { recursive: true });
    const packed = readFileSync(join(packages, 'node_modules', 'chrome-aws-lambda', 'bin', 'chromium.br'));
    writeFileSync(`${file}.${process.pid}`, brotliDecompressSync(packed), { mode: 0o755 });
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

// Functions of the page that find things as a reader does.
const EYES = `
  const norm = (text) => text.replace(/\\s+/g, ' ').trim();
  const isSeen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
  const nameOf = (one) => norm(one.getAttribute('aria-label') || one.innerText || one.textContent);
  const within = () => document.querySelector('dialog[open]') || document; // what lies under it cannot be reached
  const seen = (selector) => [...within().querySelectorAll(selector)].filter(isSeen);
  const findPressed = (name) => seen('button, summary').filter((one) => nameOf(one) === name || (name instanceof RegExp && name.test(nameOf(one))))[0];
  const findField = (name) => seen('input, select').filter((one) => nameOf(one) === name || (one.labels && [...one.labels].some((label) => norm(label.innerText) === name)))[0];
  const isSaid = (text) => norm(document.body.innerText).includes(text);
`;

export class Pipe {
  constructor() {
    this.complaints = [];
    this.waiting = new Map();
    this.id = 0;
    this.rest = '';
  }

  async open(executable, folder, address) {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    this.child = spawn(executable, [...FLAGS, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: folder },
    });
    process.on('exit', () => this.child.kill('SIGKILL'));
    this.child.stdio[3].on('error', () => {}); // it ended: whoever waits is told by "exit"
    this.child.on('exit', () => this.waiting.forEach(({ fail }) => fail(new Error('the browser ended'))));
    this.child.stdio[4].setEncoding('utf8').on('data', (text) => this.hear(text));
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', width: 1366, height: 768 });
    this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Runtime', 'Log']) await this.send(`${domain}.enable`);
    await this.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await this.send('Page.navigate', { url: address });
  }

  // Messages end with a zero byte.
  hear(text) {
    const parts = (this.rest + text).split('\0');
    this.rest = parts.pop();
    parts.map((one) => JSON.parse(one)).forEach((message) => this.take(message));
  }

  take({ id, result, error, method, params }) {
    if (this.waiting.has(id)) {
      const { done, fail } = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) fail(new Error(error.message));
      else done(result);
    }
    if (method === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(params.exceptionDetails));
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.complaints.push(params.entry.text);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error') this.complaints.push(JSON.stringify(params.args));
  }

  send(method, params = {}) {
    return new Promise((done, fail) => {
      this.waiting.set(++this.id, { done, fail });
      this.child.stdio[3].write(`${JSON.stringify({ id: this.id, method, params, sessionId: this.session })}\0`);
    });
  }

  // What @code, an expression of the page, comes to.
  async js(code) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression: `(() => {${EYES} return (${code});})()`,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  // Until @code is true.
  async waits(code) {
    const end = Date.now() + PATIENCE_MS;
    while (!(await this.js(code))) {
      if (Date.now() > end) throw new Error(`never: ${code}\n${await this.js('document.body.innerText')}`);
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  }

  sees(text) {
    return this.waits(`isSaid(${JSON.stringify(text)})`);
  }

  seesNot(text) {
    return this.waits(`!isSaid(${JSON.stringify(text)})`);
  }

  async press(name) {
    const found = `findPressed(${name instanceof RegExp ? name : JSON.stringify(name)})`;
    await this.waits(`!!${found} && !${found}.disabled`);
    await this.js(`(${found}.focus(), ${found}.click())`);
  }

  async check(name) {
    const field = `findField(${JSON.stringify(name)})`;
    await this.waits(`!!${field}`);
    await this.js(`${field}.click()`);
  }

  value(name) {
    return this.js(`findField(${JSON.stringify(name)}).value`);
  }

  // Of a list to choose from, by what stands in it.
  async choose(name, text) {
    const field = `findField(${JSON.stringify(name)})`;
    await this.waits(`!!${field}`);
    await this.js(`(() => {
      const field = ${field};
      field.focus();
      field.value = [...field.options].find((one) => one.text === ${JSON.stringify(text)}).value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
  }

  // A key with others held, as "Control+Shift+End".
  async key(name) {
    const held = name.split('+');
    const key = held.pop();
    const modifiers = held.reduce((sum, one) => sum + MODIFIERS[one], 0);
    const code = KEYS[key] || key.toUpperCase().charCodeAt(0);
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: code, modifiers });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code, modifiers });
  }

  async keys(...names) {
    for (const name of names) await this.key(name);
  }

  async type(text) {
    for (const letter of text) await this.send('Input.dispatchKeyEvent', { type: 'char', text: letter, key: letter });
  }

  async picture(file) {
    const { data } = await this.send('Page.captureScreenshot');
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    if (!this.child) return;
    const ended = new Promise((done) => this.child.on('exit', done));
    this.child.kill('SIGKILL');
    await ended;
  }
}

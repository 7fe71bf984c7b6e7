// The record as this tab sees it: its sheets, the steps on their way, what this tab can take back, and the
// figures and findings that were made of it last.

import { columnsOf } from './columns.js';
import { History } from './history.js';
import { Queue, revsOf, stepBody, stepPath } from './queue.js';
import { Sheet, isEmptyChange, newId } from './sheet.js';

const PAUSE_MS = 3000;
// Figures are made a little after a step when steps come fast.
const SOON_MS = 300;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export class Book {
  // on: {rows (sheet, {ids, isMoved}), state ({n, trouble}), news (), conflict (step, conflicts), message (text)}
  constructor(api, on) {
    this.api = api;
    this.on = on;
    this.history = new History();
    this.sheets = new Map();
    this.revision = 0;
    this.figures = { revision: -1, list: [], trouble: null };
    this.findings = { n: 0, by_severity: {}, rows: [], first: [] };
    this.queue = new Queue({
      send: (step) => api.sendStep(stepPath(step), stepBody(step), this.figures.revision),
      sleep,
      on: {
        saved: (step, answer) => this.saved(step, answer),
        conflict: (step, answer) => this.lost(step, answer, () => on.conflict(step, answer.conflicts)),
        refused: (step, answer) => this.lost(step, answer, () => on.message(`没有保存：${answer.message}`)),
        state: (state) => this.tellState(state),
      },
    });
  }

  async open() {
    this.about = await this.api.get('/api/record');
    for (const sheet of this.about.sheets) {
      const one = new Sheet(sheet.name, sheet.title, columnsOf(sheet));
      one.isSingle = sheet.is_single;
      one.isFile = sheet.is_file;
      this.sheets.set(sheet.name, one);
    }
    const revisions = await Promise.all([...this.sheets.values()].map((sheet) => this.read(sheet)));
    this.revision = Math.min(...revisions);
    await this.look();
    this.watch();
  }

  async read(sheet) {
    const answer = await this.api.get(`/api/sheets/${sheet.name}`);
    sheet.load(answer.rows.map(([id, rev, ...cells]) => ({ id, rev, cells })));
    this.queue.unsaved(sheet.name).forEach((change) => sheet.apply(change));
    return answer.revision;
  }

  // One act of the user, done on the screen now and saved as one step.
  act(kind, sheet, change) {
    if (isEmptyChange(change)) return;
    const step = { stepId: newId(), kind, sheet: sheet.name, change, revs: revsOf(sheet, change) };
    step.back = sheet.apply(change);
    this.history.did(step);
    this.show(sheet, change);
    this.queue.push(step);
  }

  // Returns the step, or null where there is nothing to take back.
  undo() {
    return this.retake(this.history.undo());
  }

  redo() {
    return this.retake(this.history.redo());
  }

  retake(step) {
    if (!step) return null;
    if (step.sheet === null) {
      this.queue.push(step);
      return step;
    }
    const sheet = this.sheets.get(step.sheet);
    step.revs = revsOf(sheet, step.change);
    sheet.apply(step.change);
    this.show(sheet, step.change);
    this.queue.push(step);
    return step;
  }

  show(sheet, change) {
    const { set = [], add = [], drop = [] } = change;
    this.on.rows(sheet, { ids: set.map(({ id }) => id), isMoved: add.length > 0 || drop.length > 0 });
  }

  // An upload becomes one step, of whichever sheets; what it made of them is read from the program. Resolves
  // to what the queue was answered.
  applyUpload(id, title) {
    const step = { stepId: newId(), kind: 'import', sheet: null, upload: id, title, change: {}, back: {}, revs: {} };
    return new Promise((told) => {
      step.told = told;
      this.queue.push(step);
    });
  }

  // Every step is in the record; an error where one cannot get there.
  async settled() {
    await this.queue.done;
    if (this.queue.length > 0) throw new Error(this.queue.trouble.message);
  }

  // The session is over: whoever waits for an upload is told.
  tellState(state) {
    if (state.trouble && state.trouble.kind === 'closed') this.queue.steps.forEach(({ told }) => told && told(state.trouble));
    this.on.state(state);
  }

  async savedWhole(step, answer) {
    if (answer.seq === null) this.history.forget(step);
    else if (step.upload) this.history.did(step);
    try {
      await Promise.all([...this.sheets.values()].map((sheet) => this.readShown(sheet)));
      await this.look();
    } catch (error) {
      this.on.message(error.message);
    }
    if (step.told) step.told(answer);
    else this.on.message(`${step.undoes.undoes ? '已重做' : '已撤销'}：${step.title}`);
  }

  saved(step, answer) {
    if (step.sheet === null) {
      this.savedWhole(step, answer);
      return;
    }
    const sheet = this.sheets.get(step.sheet);
    // What changed nothing cannot be taken back either.
    if (answer.seq === null) this.history.forget(step);
    for (const id of Object.keys(answer.revs)) {
      const row = sheet.find(id);
      // An answer that was lost is given again: the row may have moved on since.
      if (row && row.rev < answer.revs[id]) row.rev = answer.revs[id];
    }
    if (answer.seq === this.revision + 1) this.revision = answer.seq;
    this.take(answer.state);
    if (this.figures.revision < answer.revision) this.lookSoon();
  }

  // A step that was not taken: the sheet is read anew, for what is on the screen is not what stands there.
  async lost(step, answer, tell) {
    this.history.forget(step);
    if (step.sheet === null) return this.lostWhole(step, answer);
    const sheet = this.sheets.get(step.sheet);
    try {
      await this.read(sheet);
      this.on.rows(sheet, { ids: [], isMoved: true });
    } catch (error) {
      this.on.message(error.message);
    }
    return tell();
  }

  // Nothing of it is on the screen yet.
  lostWhole(step, answer) {
    if (step.told) return step.told(answer);
    const why = answer.conflicts ? '这些行后来又有改动' : answer.message;
    return this.on.message(`没有${step.undoes.undoes ? '重做' : '撤销'}：${why}`);
  }

  // A backup of the day that could not be made is said once.
  tellBackup(trouble) {
    if (trouble && trouble !== this.backupTrouble) this.on.message(`当日备份没有做成：${trouble}`);
    this.backupTrouble = trouble || null;
  }

  // Figures and findings, where an answer has them.
  take(state) {
    this.tellBackup(state.backup_trouble);
    if (state.figures_revision === undefined || state.figures_revision < this.figures.revision) return;
    if (state.figures === undefined && !state.trouble) {
      this.figures.revision = state.figures_revision;
      return;
    }
    this.figures = { revision: state.figures_revision, list: state.figures || [], trouble: state.trouble };
    if (state.findings) this.findings = state.findings;
    this.on.news();
  }

  lookSoon() {
    if (!this.soon) this.soon = setTimeout(() => this.look().catch(() => {}), SOON_MS);
  }

  // What happened since, here or elsewhere.
  async look() {
    clearTimeout(this.soon);
    this.soon = null;
    const seen = this.figures.revision < 0 ? '' : `&figures=${this.figures.revision}`;
    const news = await this.api.get(`/api/changes?since=${this.revision}${seen}`);
    if (news.is_whole) this.receive(news);
    else await Promise.all([...this.sheets.values()].map((sheet) => this.readShown(sheet)));
    this.revision = Math.max(this.revision, news.revision);
    this.take(news);
    if (this.figures.revision < news.revision) this.lookSoon();
  }

  async readShown(sheet) {
    await this.read(sheet);
    this.on.rows(sheet, { ids: [], isMoved: true });
  }

  receive(news) {
    for (const name of Object.keys(news.rows)) {
      const sheet = this.sheets.get(name);
      // What this tab did comes back as well: it is known, and so are its ids.
      const rows = news.rows[name].filter(({ id, rev }) => !sheet.find(id) || sheet.find(id).rev < rev);
      // A row that went and came back is among both.
      const back = new Set(news.rows[name].map(({ id }) => id));
      const isGone = ([of, id]) => of === name && sheet.find(id) && !back.has(id);
      const dropped = news.dropped.filter(isGone).map(([, id]) => id);
      if (rows.length === 0 && dropped.length === 0) continue;
      const isMoved = sheet.receive(rows, dropped, this.queue.unsaved(name));
      this.on.rows(sheet, { ids: rows.map(({ id }) => id), isMoved });
    }
  }

  async watch() {
    for (;;) {
      await sleep(PAUSE_MS);
      // While steps wait they ask already.
      if (this.queue.length > 0) continue;
      try {
        await this.look();
        this.on.state({ n: 0, trouble: null });
      } catch (error) {
        this.on.state({ n: 0, trouble: { kind: error.status === 403 ? 'closed' : 'later', message: error.message } });
      }
    }
  }
}

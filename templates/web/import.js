// A file or a great paste on its way into the record: sent, looked at, mended, and then one step. Nothing is
// kept before 导入 is pressed, and what is left is forgotten by the program.

import { button, fill, find, make } from './dom.js';
import { formatCount } from './numbers.js';
import { Preview, focusKey, focusedKey } from './preview.js';
import { doneText, nextSaid, refusalOfFile, withMend } from './uploads.js';

const TYPES = { file: 'application/octet-stream', paste: 'text/tab-separated-values' };
const VERBS = { file: '导入', paste: '粘贴' };

const queryOf = ({ name, sheet }) => `name=${encodeURIComponent(name)}${sheet === '' ? '' : `&sheet=${sheet}`}`;

export class Importer {
  // desk: {book, notice (text), commit (), focus ()}
  constructor(desk) {
    this.desk = desk;
    this.dialog = find('upload');
    this.chooser = make('input', { type: 'file', accept: '.xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv', hidden: true });
    this.chooser.addEventListener('change', () => this.chosen([...this.chooser.files]));
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.leave();
    });
    this.title = make('h2', {});
    this.content = make('div', { className: 'content', tabIndex: 0, role: 'region', 'aria-label': '预览' });
    this.said = make('span', { className: 'said', role: 'status', 'aria-live': 'polite' });
    this.go = button('导入', () => this.apply(), { className: 'go', 'data-key': 'go' });
    this.end = button('取消', () => this.leave(), { 'data-key': 'end' });
    fill(this.dialog, this.title, this.content, make('div', { className: 'bar' }, this.said, this.go, this.end));
  }

  get isOpen() {
    return this.dialog.open;
  }

  choose() {
    this.chooser.value = '';
    this.chooser.click();
  }

  chosen(files) {
    if (files.length === 0 || this.isOpen) return;
    if (files.length > 1) this.desk.notice('一次导入一个文件');
    else this.takeFile(files[0]);
  }

  takeFile(file) {
    const refusal = refusalOfFile(file.size, this.desk.book.about.limits);
    return this.begin({ title: `导入“${file.name}”`, kind: 'file', name: file.name, sheet: '', bytes: file, remarks: [], refusal });
  }

  // A paste as it was planned: done () is called once it is in the record.
  takePaste({ sheet, text, nRows, remarks, done }) {
    const title = `粘贴 ${formatCount(nRows)} 行到“${sheet.title}”`;
    return this.begin({ title, kind: 'paste', name: '粘贴', sheet: sheet.name, bytes: text, remarks, done });
  }

  async begin(work) {
    this.work = { ...work, mends: [], missing: null, answer: null };
    const mine = this.work;
    this.preview = new Preview(this.desk.book, {
      mend: (mend) => this.again({ mends: withMend(mine.mends, mend) }),
      choose: (missing) => this.again({ missing }),
      takeAs: (sheet) => this.takeAs(sheet),
    });
    this.verb = VERBS[work.kind];
    this.go.textContent = this.verb;
    this.title.textContent = work.title;
    this.dialog.setAttribute('aria-label', work.title);
    this.desk.commit();
    this.dialog.className = 'waiting';
    fill(this.content);
    this.dialog.showModal();
    this.end.focus();
    if (work.refusal) this.fail(work.refusal);
    else await this.send(mine);
  }

  async send(work) {
    const bar = make('progress', { max: 1, value: 0, 'aria-label': '上传' });
    this.dialog.className = 'waiting';
    fill(this.content, bar);
    this.setBusy('正在保存已录入的内容……');
    try {
      // What it is compared with is the record: everything typed has to be in it.
      await this.desk.book.settled();
      if (work !== this.work) return;
      this.setBusy('正在上传……');
      work.sent = this.desk.book.api.upload(queryOf(work), TYPES[work.kind], work.bytes, (share) => {
        bar.value = share;
        if (share === 1) {
          bar.removeAttribute('value');
          this.setBusy('正在读取、计算……');
        }
      });
      const answer = await work.sent.answer;
      // Given up meanwhile: what came after all is not left waiting.
      if (work === this.work) this.show(answer);
      else this.desk.book.api.forget(answer.id);
    } catch (error) {
      if (work === this.work) this.fail(error.message);
    }
  }

  show(answer) {
    const { work } = this;
    const key = focusedKey(this.dialog);
    const top = this.content.scrollTop;
    work.answer = answer;
    work.missing = answer.missing;
    this.dialog.className = '';
    fill(this.content, ...this.preview.draw(answer, work));
    this.content.scrollTop = top;
    this.setReady();
    if (key === 'end' || key === 'go' || !focusKey(this.dialog, key)) this.focusFirst();
  }

  // What has to be said first has the focus first.
  focusFirst() {
    const open = this.go.disabled ? this.content.querySelector('.choice.open input, .columns .left select') : this.go;
    (open || this.end).focus();
  }

  setBusy(text) {
    this.said.textContent = text;
    this.go.disabled = true;
    this.content.setAttribute('aria-busy', 'true');
  }

  setReady() {
    this.content.removeAttribute('aria-busy');
    this.go.disabled = !this.preview.canApply;
    this.said.textContent = nextSaid(this.work.answer, this.verb);
  }

  // Read again with other columns, or with what becomes of missing rows.
  async again(change) {
    const { work } = this;
    const asked = { mends: work.mends, missing: work.missing, ...change };
    Object.assign(work, asked);
    this.setBusy('正在重新读取……');
    const body = { columns: asked.mends, missing: asked.missing };
    try {
      work.asked = body;
      const answer = await this.desk.book.api.post(`/api/uploads/${work.answer.id}`, body);
      // Only what was asked for last is shown.
      if (work === this.work && work.asked === body) this.show(answer);
    } catch (error) {
      if (work === this.work) this.fail(error.message);
    }
  }

  // The same file again, as a table of another kind.
  takeAs(sheet) {
    const { work } = this;
    this.desk.book.api.forget(work.answer.id);
    Object.assign(work, { sheet, mends: [], missing: null, answer: null });
    return this.send(work);
  }

  async apply() {
    const { work } = this;
    this.setBusy(`正在${this.verb}……`);
    this.end.disabled = true;
    const told = await this.desk.book.applyUpload(work.answer.id, work.kind === 'paste' ? '粘贴' : `导入“${work.answer.name}”`);
    this.end.disabled = false;
    if (told.kind === 'saved') {
      this.forget(); // it was kept for an answer that is lost
      this.close();
      this.desk.notice(doneText(work.answer));
      if (work.done) work.done();
    } else if (told.kind === 'conflict') {
      await this.again({});
      if (this.work === work && work.answer) this.said.textContent = `预览之后记录又有改动，没有${this.verb}；已重新比较，请再核对`;
    } else this.fail(told.message);
  }

  // It is not taken: why, and nothing else to press but 关闭.
  fail(message) {
    this.forget();
    this.dialog.className = 'waiting';
    this.content.removeAttribute('aria-busy');
    fill(this.content, make('p', { className: 'trouble', role: 'alert' }, `没有${this.verb}：${message}`));
    this.said.textContent = '';
    this.go.hidden = true;
    this.end.textContent = '关闭';
    this.end.focus();
  }

  forget() {
    const { work } = this;
    if (work && work.sent) work.sent.stop();
    if (work && work.answer) this.desk.book.api.forget(work.answer.id);
    this.work = null;
  }

  leave() {
    if (this.end.disabled) return;
    this.forget();
    this.close();
  }

  close() {
    this.dialog.close();
    fill(this.content);
    this.go.hidden = false;
    this.end.textContent = '取消';
    this.desk.focus();
  }
}

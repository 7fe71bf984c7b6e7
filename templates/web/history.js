// What this tab did and can take back. An undo is a step of its own, that names the one it takes back; a
// redo is the undo of an undo. It ends with the next other step.

import { newId } from './sheet.js';

export class History {
  constructor() {
    this.done = [];
    this.undone = [];
  }

  // A step was done that is no undo.
  did(step) {
    this.done.push(step);
    this.undone = [];
  }

  get canUndo() {
    return this.done.length > 0;
  }

  get canRedo() {
    return this.undone.length > 0;
  }

  // The step that takes the last one back; null where there is none.
  undo() {
    return this.take(this.done, this.undone);
  }

  redo() {
    return this.take(this.undone, this.done);
  }

  take(from, to) {
    const last = from.pop();
    if (!last) return null;
    const step = {
      stepId: newId(),
      kind: 'undo',
      sheet: last.sheet,
      title: last.title,
      change: last.back,
      back: last.change,
      revs: {},
      undoes: last,
    };
    to.push(step);
    return step;
  }

  // The server did not take @step: it never was, and what would take it back neither.
  forget(step) {
    const isOf = (one) => one === step || (one.undoes && isOf(one.undoes));
    this.done = this.done.filter((one) => !isOf(one));
    this.undone = this.undone.filter((one) => !isOf(one));
  }
}

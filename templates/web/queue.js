// Steps on their way to the record: one after another in the order they were done, each sent until the
// server has answered it. Nothing is dropped that was not answered.

const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

export class Queue {
  // send (step): resolves to {kind, …}: "saved" {seq, revs: {ID: rev}}, "conflict" {conflicts},
  //   "refused" {message}, "later" {message} (tried again), "closed" (the session is over: kept, not tried).
  // sleep (ms); on {saved, conflict, refused (step, answer), state (state)}.
  constructor({ send, sleep, on }) {
    this.send = send;
    this.sleep = sleep;
    this.on = on;
    this.steps = [];
    this.isRunning = false;
    this.trouble = null;
  }

  // Resolves when every step that waits was answered, or the session is over.
  push(step) {
    this.steps.push(step);
    this.tell();
    if (!this.isRunning) this.done = this.run();
    return this.done;
  }

  // Changes of @sheet that are typed and not yet saved, oldest first.
  unsaved(sheet) {
    return this.steps.filter((step) => step.sheet === sheet).map((step) => step.change);
  }

  get length() {
    return this.steps.length;
  }

  tell() {
    this.on.state({ n: this.steps.length, trouble: this.trouble });
  }

  async run() {
    this.isRunning = true;
    let nTries = 0;
    while (this.steps.length > 0) {
      const step = this.steps[0];
      const answer = await this.send(step);
      if (answer.kind === 'later' || answer.kind === 'closed') {
        this.trouble = answer;
        this.tell();
        if (answer.kind === 'closed') break;
        await this.sleep(PAUSES_MS[Math.min(nTries++, PAUSES_MS.length - 1)]);
        continue;
      }
      nTries = 0;
      this.trouble = null;
      this.steps.shift();
      if (answer.kind === 'saved') this.follow(step, answer);
      this.on[answer.kind](step, answer);
      this.tell();
    }
    this.isRunning = false;
  }

  // Later steps were done on top of this one: what they know of its rows is what it made of them.
  follow(step, { seq, revs }) {
    step.seq = seq;
    for (const later of this.steps) {
      if (later.sheet !== step.sheet) continue;
      for (const id of Object.keys(revs)) if (id in later.revs) later.revs[id] = revs[id];
    }
  }
}

// The revisions of the rows that @change touches, as this tab sees them now.
export function revsOf(sheet, change) {
  const revs = {};
  for (const { id } of [...(change.set || []), ...(change.drop || [])]) {
    const row = sheet.find(id);
    if (row) revs[id] = row.rev;
  }
  return revs;
}

// Where a step goes: an upload that is taken is one as well.
export const stepPath = (step) => (step.upload ? `/api/uploads/${step.upload}/apply` : '/api/steps');

// Its body. An undo names the entry of the journal that it takes back.
export function stepBody(step) {
  if (step.upload) return { step_id: step.stepId };
  if (step.undoes) return { step_id: step.stepId, undo: step.undoes.seq };
  const { set = [], add = [], drop = [] } = step.change;
  const withRev = (row) => ({ ...row, rev: step.revs[row.id] || 0 });
  return {
    step_id: step.stepId,
    kind: step.kind,
    sheets: {
      [step.sheet]: {
        set: set.map(({ id, cells }) => withRev({ id, cells })),
        add: add.map(({ id, after, cells }) => ({ id, after, cells })),
        drop: drop.map(({ id }) => withRev({ id })),
      },
    },
  };
}

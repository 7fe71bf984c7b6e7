// The calls of the server. What is sent and answered is written down in src/web (api-….c); here it becomes
// what the page works with.
//
// The page that the one-time token opened carries two things on <html>: data-secret, the second secret that
// every call sends (kept in sessionStorage; empty when the page was only loaded again), and data-nonce, of
// the one style sheet that the grid makes.

const KEPT = 'yanglu-secret';

export function openSession() {
  const { secret, nonce } = document.documentElement.dataset;
  if (secret) {
    sessionStorage.setItem(KEPT, secret);
    document.documentElement.removeAttribute('data-secret');
    history.replaceState(null, '', '/');
  }
  return { secret: sessionStorage.getItem(KEPT) || '', nonce };
}

// An answer that was not what was asked for: its sentence, and its number (0: there was none).
class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class Api {
  constructor(secret) {
    this.secret = secret;
  }

  async call(path, options) {
    let answer;
    try {
      answer = await fetch(path, {
        credentials: 'same-origin',
        ...options,
        headers: { 'X-Yanglu-Secret': this.secret, ...(options || {}).headers },
      });
    } catch (error) {
      throw new Refusal(0, '程序没有应答');
    }
    return answer;
  }

  async get(path) {
    const answer = await this.call(path);
    if (!answer.ok) throw await refusalOf(answer);
    return answer.json();
  }

  write(path, body) {
    return this.call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Yanglu': '1' },
      body: JSON.stringify(body),
    });
  }

  async post(path, body) {
    const answer = await this.write(path, body);
    if (!answer.ok) throw await refusalOf(answer);
    return answer.json();
  }

  // Sends @bytes, told (share) as they go, from 0 to 1. Returns {answer: a promise, stop ()}.
  upload(query, type, bytes, told) {
    const request = new XMLHttpRequest();
    const heads = { 'Content-Type': type, 'X-Yanglu': '1', 'X-Yanglu-Secret': this.secret };
    const answer = new Promise((done, fail) => {
      request.open('POST', `/api/uploads?${query}`);
      for (const name of Object.keys(heads)) request.setRequestHeader(name, heads[name]);
      request.upload.addEventListener('progress', ({ loaded, total }) => told(total > 0 ? loaded / total : 1));
      request.upload.addEventListener('load', () => told(1));
      request.addEventListener('load', () => {
        const said = readJson(request.responseText);
        if (request.status === 200 && said) done(said);
        else fail(new Refusal(request.status, (said && said.error) || `程序答复 ${request.status}`));
      });
      request.addEventListener('error', () => fail(new Refusal(0, '程序没有应答，或文件读不出来')));
      request.addEventListener('abort', () => fail(new Refusal(0, '已取消')));
      request.send(bytes);
    });
    return { answer, stop: () => request.abort() };
  }

  // An upload that is not wanted; the program forgets it by itself as well, only later.
  forget(id) {
    this.call(`/api/uploads/${id}`, { method: 'DELETE', headers: { 'X-Yanglu': '1' } }).catch(() => {});
  }

  // What Queue wants to know of a step; seen: the revision of the figures that the page has.
  async sendStep(path, body, seen) {
    try {
      const answer = await this.write(`${path}?figures=${Math.max(0, seen)}`, body);
      if (answer.ok) return savedOf(await answer.json());
      if (answer.status === 409) return conflictOf(await answer.json());
      return notTaken(await refusalOf(answer));
    } catch (error) {
      return notTaken(error);
    }
  }

  // Saves the file of an export under the name that the server gives it.
  async save(name) {
    const answer = await this.call(`/api/exports/${name}`);
    if (!answer.ok) throw await refusalOf(answer);
    const given = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') || '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = given ? decodeURIComponent(given[1]) : name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return null;
  }
}

async function refusalOf(answer) {
  let message = `程序答复 ${answer.status}`;
  try {
    message = (await answer.json()).error || message;
  } catch (error) {
    // no sentence came with it
  }
  return new Refusal(answer.status, message);
}

function savedOf(answer) {
  const revs = {};
  for (const { id, rev } of answer.revs || []) if (rev !== null) revs[id] = rev;
  return { kind: 'saved', revision: answer.revision, seq: answer.seq, revs, state: answer };
}

// A journal entry of that name that says something else is a conflict without cells: it is refused.
const conflictOf = (answer) =>
  answer.conflicts && answer.conflicts.length > 0
    ? { kind: 'conflict', conflicts: answer.conflicts }
    : { kind: 'refused', message: answer.error || '没有保存：已被别处改动' };

// What may pass, is tried again: no answer, a server in trouble, a full disk.
function notTaken(error) {
  const status = error.status === undefined ? 0 : error.status;
  if (status === 401 || status === 403 || status === 421) return { kind: 'closed', message: error.message };
  const passes = status === 0 || status === 429 || status >= 500;
  return { kind: passes ? 'later' : 'refused', message: error.message };
}

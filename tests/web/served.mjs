// A `yanglu serve` of a record of its own. What was started is ended by its own handle.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The one-time address that `serve` prints.
const addressIn = (text) => /http:\S+/.exec(text);

export class Served {
  constructor(program) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), 'yanglu-web-'));
    this.record = join(this.folder, 'r.yanglu');
  }

  // What the program prints; it may end with findings (1), not with a failure.
  run(...words) {
    const done = spawnSync(this.program, words, { encoding: 'utf8' });
    if (done.status > 1) throw new Error(done.stderr);
    return done.stdout;
  }

  // An empty record of @county and @year, served: the address that opens its page.
  start(county, year) {
    this.run('record', 'init', '--data', this.record, '--county', county, '--year', year);
    this.server = spawn(this.program, ['serve', '--no-browser', '--data', this.record]);
    process.on('exit', () => this.server.kill('SIGINT'));
    return new Promise((done, fail) => {
      let said = '';
      const listen = (bytes) => {
        said += bytes;
        if (addressIn(said)) done(addressIn(said)[0]);
      };
      this.server.stdout.on('data', listen);
      this.server.stderr.on('data', listen);
      this.server.on('exit', () => fail(new Error(said)));
    });
  }

  // Another one-time address of the same server.
  again() {
    return addressIn(this.run('serve', '--no-browser', '--data', this.record))[0];
  }

  async stop() {
    if (this.server) {
      this.server.removeAllListeners('exit');
      const ended = new Promise((done) => this.server.on('exit', done));
      this.server.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// Every part of two workbooks but the properties, which have the time: names of those that differ.
const COMPARE = `
import sys, zipfile
left, right = (zipfile.ZipFile(name) for name in sys.argv[1:3])
assert left.namelist() == right.namelist()
differ = [n for n in left.namelist() if not n.startswith("docProps/") and left.read(n) != right.read(n)]
print(" ".join(differ))
`;

export function differingParts(left, right) {
  const done = spawnSync('/usr/bin/python3', ['-c', COMPARE, left, right], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}

"""A `yanglu serve` of a record of its own, and TAP for sentences about it."""
import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(os.environ["YL_SOURCE_ROOT"], "templates", "examples", "示例-东昌府区-")
PATIENCE = 60
MIB = 1 << 20


def run(*words, folder=None, status=(0,)):
    done = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode in status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.heads = {name.lower(): value for name, value in response.getheaders()}
        self.bytes = response.read()

    @property
    def json(self):
        return json.loads(self.bytes)


class Server:
    """Serves FOLDER/r.yanglu on a free port; stopped by its own id."""

    def __init__(self, folder, *options, **of_process):
        self.folder = folder
        self.child = subprocess.Popen(
            [PROGRAM, "serve", "--data", "r.yanglu", "--no-browser", *options],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **of_process)
        self.address = self.child.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]{64})", self.address)
        assert found, (self.address, self.child.poll() is not None and self.child.stderr.read())
        self.port = int(found[1])
        self.token = found[2]
        self.host = f"127.0.0.1:{self.port}"
        self.cookie = self.secret = None
        self.step = 0

    def ask(self, method, path, body=None, heads=None, host=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", host or self.host)
            for name, value in (heads or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            return Answer(connection.getresponse())

    def enter(self):
        """By the token, as a browser does; the page brings the second secret."""
        page = self.ask("POST", "/", b"token=" + self.token.encode(), {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "null"})
        assert page.status == 200, page.bytes
        self.cookie = page.heads["set-cookie"].split(";")[0]
        self.secret = re.search(rb'data-secret="([0-9a-f]{64})"', page.bytes)[1].decode()
        return page

    def heads(self, **more):
        return {"Cookie": self.cookie, "X-Yanglu-Secret": self.secret, **more}

    def get(self, path):
        return self.ask("GET", path, heads=self.heads())

    def post(self, path, body):
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", path, text, self.heads(**{"Content-Type": "application/json", "X-Yanglu": "1"}))

    def do(self, sheets=None, **more):
        self.step += 1
        body = {"step_id": f"step-{self.step:08}", **more}
        if sheets is not None:
            body["sheets"] = sheets
        return self.post("/api/steps", body)

    def rows(self, sheet="road"):
        """[id, rev, {column: text}] of each."""
        told = self.get("/api/sheets/" + sheet).json
        return [[row[0], row[1], dict(zip(told["columns"], row[2:]))] for row in told["rows"]]

    def settled(self):
        """What it comes to, once the figures stand for the last step."""
        for _ in range(100):
            told = self.get("/api/changes?since=0").json
            if told["figures_revision"] == told["revision"]:
                return told
            time.sleep(0.05)
        raise AssertionError("the figures never came")

    def memory(self, name):
        """In bytes: VmRSS, what it holds; VmHWM, the most that it held."""
        with open(f"/proc/{self.child.pid}/status", encoding="utf-8") as status:
            return int(re.search(name + r":\s+(\d+)", status.read())[1]) * 1024

    def watch_memory(self):
        """From here on: returns what it holds now."""
        with open(f"/proc/{self.child.pid}/clear_refs", "w", encoding="utf-8") as peak:
            peak.write("5")
        return self.memory("VmRSS")

    def stop(self, how=signal.SIGTERM):
        if self.child.stdout.closed:
            return self.child.returncode
        if self.child.poll() is None:
            self.child.send_signal(how)
        self.child.wait(PATIENCE)
        self.child.stdout.close()
        self.error = self.child.stderr.read()
        self.child.stderr.close()
        return self.child.returncode


@contextlib.contextmanager
def a_folder():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = os.path.join(folder, "data")
        os.environ["XDG_RUNTIME_DIR"] = os.path.join(folder, "runtime")
        os.mkdir(os.environ["XDG_RUNTIME_DIR"], 0o700)
        run("record", "init", "--county", "371502", "--year", "2021", "--data", "r.yanglu", folder=folder)
        yield folder


@contextlib.contextmanager
def a_server(*options):
    with a_folder() as folder:
        server = Server(folder, *options)
        try:
            yield server
        finally:
            server.stop()


@contextlib.contextmanager
def a_page(*options):
    """A server whose page is open."""
    with a_server(*options) as server:
        server.enter()
        yield server


def figure(told, key):
    return next(each["units"] for each in told["figures"] if each["key"] == key)


def tell(*sentences):
    """Runs each, as TAP."""
    failed = 0
    print(f"1..{len(sentences)}")
    for number, sentence in enumerate(sentences, 1):
        try:
            sentence()
            print(f"ok {number} - {sentence.__name__}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {number} - {sentence.__name__}", flush=True)
            for line in traceback.format_exc().splitlines():
                print("#", line)
    sys.exit(1 if failed else 0)

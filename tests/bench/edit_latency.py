#!/usr/bin/env python3
"""Measures the language server: from an edit of one file in 1 MB of notes to its diagnostics.

usage: edit_latency.py STARLINT [EDITS]

Types a sentence again and again, and prints the median of the time until diagnostics come, and the mean of that
of the processor until the server rests.
"""
import json, os, pathlib, statistics, subprocess, sys, tempfile, time


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        size = 0
        while (line := self.process.stdout.readline().strip()):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        return json.loads(self.process.stdout.read(size))

    def diagnostics_of(self, uri):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return

    def answer_to(self, id):
        while self.receive().get("id") != id:
            pass

    def rest(self):
        """Waits until the server does nothing; its processor time."""
        before = None
        while before != (now := self.processor_time()):
            before = now
            time.sleep(0.3)
        return now

    def processor_time(self):
        """Of threads that have ended, too."""
        fields = open(f"/proc/{self.process.pid}/stat").read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(starlint, directory, edits):
    note = sorted(directory.rglob("*.md"))[10]
    uri, text = note.as_uri(), note.read_text(encoding="utf-8")
    place = {"line": text.count("\n") // 2, "character": 0}
    server = Server([starlint, "lsp"])
    server.send(id=1, method="initialize", params={"rootUri": directory.as_uri(), "capabilities": {}})
    server.answer_to(1)
    server.send(method="initialized", params={})
    server.send(method="textDocument/didOpen",
                params={"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
    server.diagnostics_of(uri)  # of the note alone
    server.rest()
    waits, works = [], []
    for version in range(2, 2 + edits):
        change = {"range": {"start": place, "end": place}, "text": f"It failed XX times, for a team of {version + 3}.\n\n"}
        worked, begin = server.processor_time(), time.perf_counter()
        server.send(method="textDocument/didChange",
                    params={"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]})
        server.diagnostics_of(uri)
        waits.append(time.perf_counter() - begin)
        works.append(server.rest() - worked)
    server.send(id=2, method="shutdown")
    server.send(method="exit")
    return waits, works


def main():
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as folder:
        generator = pathlib.Path(__file__).with_name("generate_notes.py")
        subprocess.run([sys.executable, generator, "1", folder], check=True)
        waits, works = measure(sys.argv[1], pathlib.Path(folder).resolve(), edits)
    print(f"an edit in 1 MB of notes: {1000 * statistics.median(waits):.0f} ms until its diagnostics, "
          f"{1000 * statistics.mean(works):.0f} ms of the processor")


main()

"""Fetching a dump from an address: against a server on this machine that answers in the real format."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.taxonomy.fetch import fetch, is_address

SKILLS = (Path(__file__).parent / "payloads" / "kompetenser.json").read_bytes()
HOLD = threading.Event()


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/fel":
            self.send_error(503)
            return
        if self.path == "/sen":
            HOLD.wait(5)
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(SKILLS)))
        self.end_headers()
        self.wfile.write(SKILLS[: len(SKILLS) // 2] if self.path == "/halv" else SKILLS)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        HOLD.set()
        httpd.shutdown()
        thread.join()


def test_the_whole_answer(server):
    assert fetch(f"{server}/kompetenser.json?x=1") == SKILLS


@pytest.mark.parametrize(("path", "said"), [
    ("/fel", "svarade med felkod 503"),
    ("/halv", "tog slut mitt i"),
    ("/sen", "svarade inte inom"),
])  # fmt: skip
def test_each_way_to_fail_is_a_sentence(server, path, said):
    with pytest.raises(FileRefused, match=said):
        fetch(server + path, patience=0.3)


def test_nobody_there():
    with pytest.raises(FileRefused, match="går inte att nå"):
        fetch("http://127.0.0.1:9/x", patience=0.5)


def test_too_large(server):
    with pytest.raises(FileRefused, match="större än"):
        fetch(f"{server}/stor", largest=100)


def test_what_is_an_address():
    assert is_address("https://data.jobtechdev.se/taxonomy")
    assert not is_address("skills.json")
    assert not is_address("file:///etc/passwd")

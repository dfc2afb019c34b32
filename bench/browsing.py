"""A signed-in visitor over HTTP, one kept connection, as a browser has."""

from __future__ import annotations

import http.client
import re
import time
import urllib.parse
from http.cookies import SimpleCookie

HOST = "127.0.0.1"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """Fetches pages and remembers cookies."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        """The page, following one turn to another address.  Raises RuntimeError for anything but a page."""
        status, location, text = self._ask("GET", path)
        if status in {301, 302, 303} and location:
            status, _, text = self._ask("GET", location)
        if status != http.client.OK:
            raise RuntimeError(f"{path} answered {status}")
        return text

    def timed(self, path: str) -> float:
        """Seconds from question to the last byte of the page; a turn elsewhere is an error."""
        begun = time.perf_counter()
        status, _, _ = self._ask("GET", path)
        seconds = time.perf_counter() - begun
        if status != http.client.OK:
            raise RuntimeError(f"{path} answered {status}")
        return seconds

    def sign_in(self, path: str, name: str, password: str) -> None:
        """Sign in through the form of the page."""
        page = self.get(path)
        token = _TOKEN.search(page)
        if token is None:
            raise RuntimeError(f"{path} has no form to sign in with")
        form = {"csrfmiddlewaretoken": token[1], "username": name, "password": password}
        status, _, _ = self._ask("POST", path, urllib.parse.urlencode(form))
        if status not in {302, 303} or "sessionid" not in self._cookies:
            raise RuntimeError(f"{name} was not let in ({status})")

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for header in answer.headers.get_all("Set-Cookie") or ():
            for key, morsel in SimpleCookie(header).items():
                self._cookies[key] = morsel.value
        return answer.status, answer.headers.get("Location", ""), text

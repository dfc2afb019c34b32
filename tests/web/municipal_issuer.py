"""A municipality's own sign-in on this machine: discovery, codes with PKCE, and signed identity tokens.

``claims`` is what it says of whoever comes; ``sign`` may be replaced to hand out tokens that are false.
"""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, LEVEL = "byggsten", "delad-hemlighet", "http://id.sambi.se/loa/loa3"


class Issuer:
    """The service, running until ``close``."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.codes, self.asked = {}, {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.claims = {}
        self.sign = lambda claims: jwt.encode(claims, self.key, "RS256", headers={"kid": "k1"})
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def token(self):
        now = int(time.time())
        usual = {"iss": self.url, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 300, "acr": LEVEL,
                 "preferred_username": "karin"}  # fmt: skip
        return self.sign(usual | self.claims)

    def discovery(self):
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def jwks(self):
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "k1", "alg": "RS256", "use": "sig"}]}

    def authorize(self, query):
        self.asked = query
        code = f"code-{len(self.codes)}"
        self.codes[code] = query["code_challenge"]
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def exchange(self, form):
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        known = self.codes.pop(form.get("code"), None)
        if known != challenge or (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": self.token()}

    def _handler(issuer):  # noqa: N805 - the inner class has its own self
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                if parts.path == "/authorize":
                    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                    self.send_response(302)
                    self.send_header("Location", issuer.authorize(query))
                    self.end_headers()
                    return
                known = {"/.well-known/openid-configuration": issuer.discovery, "/jwks": issuer.jwks}
                self.tell(200, known[parts.path]())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.tell(*issuer.exchange({key: values[0] for key, values in parse_qs(body).items()}))

            def tell(self, status, value):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(value).encode())

            def log_message(self, *_):
                pass

        return Handler

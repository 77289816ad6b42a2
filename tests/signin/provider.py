"""A small OpenID Connect provider on loopback: real requests, real codes, real signatures."""

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "frankpledge", "a-shared-secret"


@dataclass
class Provider:
    """`person` is whoever sits at the provider's own sign-in: what it will say of them."""

    person: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    url: str = ""

    def __post_init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.answer(self, self.path, {})

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                provider.answer(self, self.path, parse_qs(self.rfile.read(length).decode()))

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler, path: str, sent: dict[str, Any]) -> None:
        parts = urlsplit(path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        posted = {name: values[0] for name, values in sent.items()}
        if parts.path == "/authorize":
            _redirect(handler, self.authorise(asked))
        elif parts.path == "/.well-known/openid-configuration":
            _json(handler, self.configuration())
        elif parts.path == "/token":
            _json(handler, *self.token(posted))
        elif parts.path == "/userinfo":
            token = handler.headers.get("Authorization", "").removeprefix("Bearer ")
            _json(handler, self.person, 200 if token in self.tokens else 401)
        else:
            _json(handler, {}, 404)

    def configuration(self) -> dict[str, Any]:
        ends = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "jwks",
        }
        return {"issuer": self.url} | {name: f"{self.url}/{end}" for name, end in ends.items()}

    def authorise(self, asked: dict[str, str]) -> str:
        if asked.get("client_id") != CLIENT:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'unauthorized_client'})}"
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, posted: dict[str, str]) -> tuple[dict[str, Any], int]:
        asked = self.codes.pop(posted.get("code", ""), None)
        proof = hashlib.sha256(posted.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        secret_fits = posted.get("client_secret") == SECRET
        if not asked or not secret_fits or asked.get("code_challenge") != challenge:
            return {"error": "invalid_grant"}, 400
        token = secrets.token_urlsafe(8)
        self.tokens.add(token)
        claims = {**self.person, "iss": self.url, "aud": CLIENT, "iat": int(time.time())}
        claims["exp"] = claims["iat"] + 60
        signed = jwt.encode(claims, self.key, algorithm="RS256")
        return {"access_token": token, "token_type": "Bearer", "id_token": signed}, 200


def _json(handler: BaseHTTPRequestHandler, body: dict[str, Any], status: int = 200) -> None:
    content = json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def _redirect(handler: BaseHTTPRequestHandler, to: str) -> None:
    handler.send_response(302)
    handler.send_header("Location", to)
    handler.send_header("Content-Length", "0")
    handler.end_headers()

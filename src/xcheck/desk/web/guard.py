"""Who may come in, and what a page may do: before any page of the desk, and around every answer."""

from __future__ import annotations

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xcheck.desk.limits import LARGEST_FORM, LARGEST_UPLOAD
from xcheck.desk.settings import Settings
from xcheck.desk.web.pages import refused

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # without any, a browser hides the origin of the desk's own forms as well
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_SAFE = ("GET", "HEAD")
_WITH_FILES = ("/cases", "/import")
_NO_LINK = "Open the address that xcheck serve has printed: it holds the key to this desk."


class TooLargeError(Exception):
    """A request has more bytes than its limit."""


class Guard:
    """Lets in who has the token, its cookie or a proxy's word; under the desk's names; changes from its pages alone."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        # The cookie is not the token: who reads the one in a browser cannot make the link of the other.
        self._session = hashlib.sha256(b"session\0" + settings.token.encode()).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or has the desk answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._stopped(scope, Headers(scope=scope))
        app: ASGIApp = self._app if answer is None else answer
        try:
            await app(scope, _bounded(receive, _most(scope)), _with_headers(send))
        except TooLargeError:
            await refused(413, "This is larger than the desk takes in one go.")(scope, receive, _with_headers(send))

    def _stopped(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "").lower()
        if host not in self._settings.authorities:
            return refused(421, f"This desk is not called {host or 'nothing'}: start it with --hostname for that name.")
        if scope["method"] not in _SAFE and (wrong := self._unsafe(host, headers)):
            return wrong
        if _length(headers) > _most(scope):
            return refused(413, "This is larger than the desk takes in one go.")
        return self._stranger(scope, headers)

    def _unsafe(self, host: str, headers: Headers) -> Response | None:
        """Why something may not be changed: by a page of somebody else, or at all."""
        if urlsplit(headers.get("origin", "")).netloc.lower() != host:
            return refused(403, "This came from another page than the desk's own, and nothing was done.")
        if self._settings.read_only:
            return refused(403, "This desk only shows (--read-only), and nothing was done.")
        return None

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        """What somebody gets who is not let in; whoever brings the token gets the cookie for it."""
        scope.setdefault("state", {})
        if scope["path"].startswith("/static/"):
            return None  # the desk's own styles and scripts, the same for everybody: a refusal looks like a page
        if self._settings.proxy_header:
            user = headers.get(self._settings.proxy_header, "").strip()
            scope["state"]["user"] = user
            return None if user else refused(403, "The sign-on in front of this desk did not say who you are.")
        scope["state"]["user"] = self._settings.user
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if given and scope["method"] in _SAFE and _same(given, self._settings.token):
            return self._welcome(scope)
        return None if _same(_cookie(headers, self._settings.cookie), self._session) else refused(403, _NO_LINK)

    def _welcome(self, scope: Scope) -> Response:
        answer = RedirectResponse(scope["path"] if scope["path"].startswith("/cases/") else "/", status_code=303)
        answer.set_cookie(self._settings.cookie, self._session, httponly=True, samesite="strict", path="/")
        return answer


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogateescape"), other.encode())


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "")
    return int(given) if given.isascii() and given.isdigit() else 0


def _most(scope: Scope) -> int:
    return LARGEST_UPLOAD if scope["path"] in _WITH_FILES else LARGEST_FORM


def _bounded(receive: Receive, most: int) -> Receive:
    """What comes in, up to so many bytes, whatever the request says of its length."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLargeError
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending

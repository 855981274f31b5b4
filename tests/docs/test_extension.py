"""The VS Code extension: its manifest, the server that it starts, and its package."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from tests.docs.conftest import ROOT

EXTENSION = ROOT / "editors" / "vscode"
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SETTINGS: dict[str, Any] = MANIFEST["contributes"]["configuration"]["properties"]
SOURCE = (EXTENSION / "src" / "extension.js").read_text(encoding="utf-8")
PATIENCE = 120  # seconds; the first check loads the parser, and the machine may be busy
DRAFT = "# Walkout\n\nAbout 900 dockers walked out at Port Aldery on Monday, the Harbour Union said.\n"
WIRE = "Some 400 dockers walked out at Port Aldery on Monday, the Harbour Union said.\n"
# Loads the extension with stand-ins for VS Code and for the client, activates it, and prints how it starts the server.
STANDING_IN = """
const Module = require("node:module");
const settings = JSON.parse(process.argv[2]);
const started = [];
const vscode = {
  workspace: {
    getConfiguration: (section) => ({ get: (key) => settings[`${section}.${key}`] }),
    workspaceFolders: [{ uri: { fsPath: "/newsroom" } }],
    onDidChangeConfiguration: () => ({}),
  },
  commands: { registerCommand: (name) => ({ name }) },
  window: { showErrorMessage: (text) => started.push({ error: text }) },
};
class LanguageClient {
  constructor(id, name, run, options) { Object.assign(this, { run, options }); }
  async start() {
    if (this.run.command === "missing") throw new Error("ENOENT");
    started.push({ run: this.run, options: this.options.initializationOptions });
  }
  async stop() {}
}
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[1]);
extension.activate({ subscriptions: [] }).then(() => console.log(JSON.stringify(started)));
"""


def default(name: str) -> Any:
    return SETTINGS[f"xcheck.{name}"]["default"]


def test_the_manifest_has_what_vs_code_requires() -> None:
    assert re.fullmatch(r"[a-z0-9-]+", MANIFEST["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", MANIFEST["version"])
    assert re.fullmatch(r"\^\d+\.\d+\.\d+", MANIFEST["engines"]["vscode"])
    assert MANIFEST["main"] == "./dist/extension.js"
    assert {*MANIFEST["activationEvents"]} == {"onLanguage:markdown", "onLanguage:plaintext"}
    assert MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["xcheck.command"]
    for setting in SETTINGS.values():
        assert ("description" in setting) != ("markdownDescription" in setting)
        assert type(setting["default"]).__name__ == {"array": "list", "number": "float"}[setting["type"]]


def test_the_code_and_the_readme_know_every_setting_and_command() -> None:
    code = SOURCE + (EXTENSION / "src" / "server.js").read_text(encoding="utf-8")
    assert {f"xcheck.{name}" for name in re.findall(r'setting\("(\w+)"\)', code)} == set(SETTINGS)
    assert set(re.findall(r'registerCommand\("([\w.]+)"', code)) == {
        c["command"] for c in MANIFEST["contributes"]["commands"]
    }
    readme = (EXTENSION / "README.md").read_text(encoding="utf-8")
    for name, setting in SETTINGS.items():
        assert f"| `{name}` | `{json.dumps(setting['default'])}` |" in readme


def test_the_server_that_it_starts_finds_what_the_source_contradicts(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    options = {"against": ["wire.txt"], "delay": default("delay")}
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    async def session() -> types.PublishDiagnosticsParams:
        client = LanguageClient("vscode", "1")
        published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        def publish(found: types.PublishDiagnosticsParams) -> None:
            published.put_nowait(found)

        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
        await client.start_io(*default("command"), cwd=tmp_path, env=environment)
        await client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(), root_uri=tmp_path.as_uri(), initialization_options=options
            )
        )
        client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(draft.as_uri(), "markdown", 1, DRAFT)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        found = await asyncio.wait_for(published.get(), PATIENCE)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]
        return found

    assert "XQ001" in {d.code for d in asyncio.run(session()).diagnostics}


def started(script: Path, **settings: object) -> list[dict[str, Any]]:
    values = {name: setting["default"] for name, setting in SETTINGS.items()}
    values |= {f"xcheck.{name}": value for name, value in settings.items()}
    words = ["node", "-e", STANDING_IN, str(script), json.dumps(values)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    result: list[dict[str, Any]] = json.loads(done.stdout)
    return result


@pytest.mark.extension
def test_it_starts_the_server_with_its_settings() -> None:
    command, *args = default("command")
    options = {"against": default("against"), "delay": default("delay")}
    run = {"command": command, "args": args, "options": {"cwd": "/newsroom"}}
    assert started(EXTENSION / "src" / "extension.js") == [{"run": run, "options": options}]
    (told,) = started(EXTENSION / "src" / "extension.js", command=["missing", "lsp"])
    assert told["error"].startswith("xcheck: cannot start 'missing lsp': ENOENT")


@pytest.mark.extension
def test_the_package_holds_the_extension_and_nothing_else(tmp_path: Path) -> None:
    if shutil.which("npm") is None:
        pytest.skip("npm is missing: the extension cannot be built")
    copy = tmp_path / "vscode"
    shutil.copytree(EXTENSION, copy, ignore=shutil.ignore_patterns("node_modules", "dist", "*.vsix"))
    for words in (["ci", "--no-audit", "--no-fund"], ["run", "package"]):
        subprocess.run(["npm", *words], cwd=copy, check=True, capture_output=True)
    with zipfile.ZipFile(copy / "xcheck.vsix") as package:
        names = {name.removeprefix("extension/").lower() for name in package.namelist() if "extension/" in name}
        bundle = package.read("extension/dist/extension.js").decode("utf-8")
    assert names == {"package.json", "readme.md", "license.txt", "dist/extension.js"}
    assert 'require("vscode-languageclient' not in bundle

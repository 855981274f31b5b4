"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { server } = require("./server");

/** @type {LanguageClient | undefined} */
let client;

/** Start the language server with the settings of now. A server that is running is stopped first. */
async function start() {
  await deactivate();
  const settings = vscode.workspace.getConfiguration("xcheck");
  const folder = vscode.workspace.workspaceFolders?.[0];
  const { run, options } = server((key) => settings.get(key), folder?.uri.fsPath);
  client = new LanguageClient("xcheck", "xcheck", run, {
    documentSelector: ["markdown", "plaintext"].flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ language, scheme })),
    ),
    initializationOptions: options,
    workspaceFolder: folder,
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(
      `xcheck: cannot start '${[run.command, ...run.args].join(" ")}': ${error.message}. ` +
        "Install xcheck with its extra 'lsp', and set xcheck.command to its path.",
    );
  }
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("xcheck.restart", start),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("xcheck") && start()),
  );
  await start();
}

async function deactivate() {
  const running = client;
  client = undefined;
  await running?.stop();
}

module.exports = { activate, deactivate };

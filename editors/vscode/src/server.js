"use strict";

/**
 * How to start the language server, and what to tell it.
 *
 * @param {(key: string) => any} setting the value of a setting of the section "xcheck"
 * @param {string | undefined} folder the path of the workspace folder
 */
function server(setting, folder) {
  const [command, ...args] = setting("command");
  return {
    run: { command, args, options: folder ? { cwd: folder } : {} },
    options: { against: setting("against"), delay: setting("delay") },
  };
}

module.exports = { server };

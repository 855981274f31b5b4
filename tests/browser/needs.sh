#!/usr/bin/env bash
# What the browser tests need besides Python: Debian's Chromium, and axe-core from the npm registry. Fetches what is
# missing where it may; with --there only says by its exit code whether both are there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

axe=.cache/axe.min.js
version=4.14.1
sum=e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745

has_chromium() { test -n "${CHROMIUM:-}" || type -P chromium >/dev/null; }

if [[ ${1:-} == --there ]]; then
  has_chromium && test -s "$axe"
  exit
fi

if ! has_chromium && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-liberation2 >/dev/null
fi

if ! test -s "$axe" && command -v npm >/dev/null; then
  mkdir -p .cache
  packed=.cache/axe-core-$version.tgz
  npm pack --silent --pack-destination .cache "axe-core@$version" >/dev/null
  echo "$sum  $packed" | sha256sum --check --quiet
  tar -xzf "$packed" -C .cache --strip-components=1 package/axe.min.js
  rm "$packed"
fi

#!/bin/sh
# `npm start` and `npm run dev`: a script of this folder on the pinned Node, once everything is installed. Help needs no install.
# Run as: sh run.sh <start|dev> [options]
script=$1
shift
for option; do
  case $option in --help | -h) exec node scripts/help.mjs "$script" ;; esac
done
node scripts/bootstrap.mjs || exit 1
# What Node has compiled is kept for the next start; not for a debugger.
[ "$script" = dev ] || export NODE_COMPILE_CACHE=node_modules/.cache/node
exec node_modules/node/bin/node "scripts/$script.ts" "$@"

#!/bin/sh
# Makes a cluster of these nodes, half of them masters, where it is none yet: cluster.sh <host:port>…
set -eu
first=$1
if redis-cli -h "${first%:*}" -p "${first#*:}" cluster info | grep -q '^cluster_state:ok'; then
  echo 'the cluster is there'
  exit 0
fi
addresses=
for node in "$@"; do
  # Redis takes addresses, no names.
  address=$(getent hosts "${node%:*}" | cut -d ' ' -f 1)
  addresses="$addresses $address:${node#*:}"
done
# shellcheck disable=SC2086
exec redis-cli --cluster create $addresses --cluster-replicas 1 --cluster-yes

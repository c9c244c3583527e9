#!/bin/sh
# A node of the cluster of docker-compose.yml. More arguments are those of the server: the last one counts.
exec redis-server --cluster-enabled yes --cluster-node-timeout 5000 \
  --cluster-announce-hostname "$(hostname)" --cluster-preferred-endpoint-type hostname \
  --appendonly yes --appendfsync everysec --maxmemory-policy noeviction --save '' \
  --requirepass "$REDIS_PASSWORD" --masterauth "$REDIS_PASSWORD" "$@"

# syntax=docker/dockerfile:1
# One image for every service; the command chooses: `docker run … quickmart node packages/service/src/serve.ts order`.
# Its steps are ordinary commands, run outside Docker by scripts/image.test.ts.

FROM node:24-slim AS install
WORKDIR /app
# The packages first, by the lockfile alone: this layer is kept until the lockfile changes.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npx -y pnpm@10.34.8 fetch --prod
# The workspace stays as it is (no `pnpm deploy`): Node does not strip types of files under node_modules.
COPY . .
RUN npx -y pnpm@10.34.8 install --prod --offline --frozen-lockfile --filter "{./apps/*}..."
# A checkout of somebody whose files are for nobody else (umask 077) gives an image that its user can read, too.
RUN chmod -R a+rX .

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=install /app/package.json ./
COPY --from=install /app/node_modules node_modules
COPY --from=install /app/packages packages
COPY --from=install /app/apps apps
# Not root, and nothing in /app is writable to it: what a service keeps is in Redis and its database.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "-e", "const { PORT: port, TLS_CERT } = process.env; require(TLS_CERT ? 'https' : 'http').get({ host: '127.0.0.1', port, path: '/livez', rejectUnauthorized: false }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "packages/service/src/serve.ts", "gateway"]

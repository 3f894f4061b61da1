# Debian, not Alpine: the built-in PostgreSQL has no build for musl.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts tsconfig.json ./
COPY scripts ./scripts
COPY prisma ./prisma
# Installs (not by `npm ci`: a lock file written on another platform may lack this one's optional packages) and generates.
RUN node scripts/ready.mjs
COPY src ./src
RUN node scripts/build.mjs && node scripts/carry.mjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=build /app/dist ./dist
COPY prompts ./prompts
COPY prisma/migrations ./prisma/migrations
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself receives SIGTERM and stops in order; npm in between would not pass it on.
CMD ["node", "--enable-source-maps", "dist/main.js"]

# One image recipe for all apps: `docker build --target api .` and so on. Needs nothing outside the repository.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs libs
COPY workflows workflows
COPY activities activities
COPY apps apps
COPY scripts scripts
# The web's rehearsals begin with these.
COPY docs/scenarios docs/scenarios
# Install scripts are off by default in npm 11; nothing that runs in production needs one.
RUN npm install --no-save --ignore-scripts && node scripts/build.mjs \
  && node apps/worker/dist/make-bundle.js && node apps/courier/dist/make-bundle.js \
  && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:20-bookworm-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/libs libs
COPY --from=build --chown=node:node /app/workflows workflows
COPY --from=build --chown=node:node /app/activities activities
COPY --from=build --chown=node:node /app/apps apps
USER node
STOPSIGNAL SIGTERM

FROM runtime AS api
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]

FROM runtime AS worker
# A volume that is mounted here for the first time gets this folder's owner.
USER root
RUN install -d -o node -g node -m 750 /proofs
USER node
EXPOSE 3001
CMD ["node", "apps/worker/dist/main.js"]

FROM runtime AS courier
EXPOSE 3002
CMD ["node", "apps/courier/dist/main.js"]

# One-shot tasks: migrate, import, verify.
FROM runtime AS cli
ENTRYPOINT ["node", "apps/cli/dist/main.js"]

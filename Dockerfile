# Tamarack in a container: docs/operations.md says how it is run.
# Node comes from the workspace's own package, so that a container runs the very version that the tests ran; the image with
# npm only installs and builds.
FROM node:26-bookworm-slim AS build
# What that Node needs need not be what the image's own one needs.
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1
WORKDIR /opt/tamarack
COPY . .
# Without the development dependencies: the web application is built, and nothing is checked or tested in a container.
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM debian:12-slim
# Node needs libatomic1; certificates are for mail servers, S3 and single sign-on.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libatomic1 \
 && rm -rf /var/lib/apt/lists/* \
 # PostgreSQL's initdb wants its user in /etc/passwd, and no PostgreSQL runs as root.
 && useradd --system --uid 10001 --create-home --home-dir /var/lib/tamarack --shell /usr/sbin/nologin tamarack
COPY --from=build /opt/tamarack /opt/tamarack
ENV PATH=/opt/tamarack/node_modules/.bin:$PATH \
    HOST=0.0.0.0 \
    PORT=8080 \
    TAMARACK_DATA=/var/lib/tamarack
USER tamarack
WORKDIR /opt/tamarack
VOLUME /var/lib/tamarack
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/server/bin/tamarack.mjs"]
CMD ["serve"]

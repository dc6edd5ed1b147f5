# Sightglass as an image. From a checkout:
#   mvn -q -DskipTests package
#   docker build -t sightglass --build-arg REVISION="$(git rev-parse --short HEAD)" .
# The simulated WATS server as an image: docker build -t wats-simulator --target simulator .
#
# Any base with a JRE 25, sh and bash serves; the cache of the JVM is made with the very JRE that uses it.
ARG BASE_IMAGE=eclipse-temurin:25-jre

FROM ${BASE_IMAGE} AS simulator
COPY examples/wats-simulator/target/lib /opt/wats-simulator/lib
COPY examples/wats-simulator/target/wats-simulator.jar /opt/wats-simulator/
USER 10001:0
EXPOSE 8090
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-jar", "/opt/wats-simulator/wats-simulator.jar", "--host", "0.0.0.0"]

# What changes seldom comes first: libraries, then the service, then what was learned about it.
FROM ${BASE_IMAGE} AS service
COPY client-service/target/lib /opt/sightglass/lib
COPY client-service/target/sightglass.jar /opt/sightglass/
COPY client-service/src/main/docker/sightglass client-service/src/main/docker/healthcheck /opt/sightglass/bin/
# Any uid may run it: what must be written belongs to group 0, which an unknown uid is a member of.
RUN mkdir -p /data /etc/sightglass && chown 10001:0 /data && chmod 2770 /data && ln -s /opt/sightglass/bin/sightglass /usr/local/bin/

FROM service AS trained
COPY --from=simulator /opt/wats-simulator /opt/wats-simulator
COPY client-service/target/native /opt/native
COPY client-service/src/main/docker/train /opt/train
RUN /opt/train

FROM service
COPY --from=trained /opt/sightglass/native /opt/sightglass/native
COPY --from=trained /opt/sightglass/sightglass.aot /opt/sightglass/
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Sightglass" \
      org.opencontainers.image.description="Takes test reports from drop folders to a WATS server, and shows every step" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV SIGHTGLASS_DATA_DIR=/data
# sightglass.yml and converters/ are looked for here
WORKDIR /etc/sightglass
USER 10001:0
VOLUME /data
EXPOSE 8080 9090
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/sightglass/bin/healthcheck"]
ENTRYPOINT ["/opt/sightglass/bin/sightglass"]
CMD ["run"]

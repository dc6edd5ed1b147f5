{{/* The pod of both shapes. */}}
{{- define "sightglass.podTemplate" -}}
metadata:
  labels:
    {{- include "sightglass.labels" . | nindent 4 }}
    {{- with .Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # The token is no part of it: the service reads its file again when it changes.
    checksum/config: {{ include "sightglass.config" . | sha256sum }}
    {{- if and .Values.metrics.enabled .Values.metrics.scrapeAnnotations (not .Values.serviceMonitor.enabled) (not .Values.podMonitor.enabled) }}
    prometheus.io/scrape: "true"
    prometheus.io/scheme: {{ include "sightglass.managementScheme" . }}
    prometheus.io/port: "9090"
    prometheus.io/path: {{ include "sightglass.basePath" . }}/metrics
    {{- end }}
    {{- with merge (dict) .Values.podAnnotations .Values.commonAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "sightglass.serviceAccountName" . }}
  automountServiceAccountToken: {{ .Values.serviceAccount.automountServiceAccountToken }}
  # A Service named sightglass would put SIGHTGLASS_PORT and more into the environment, which the service refuses as unknown keys.
  enableServiceLinks: false
  {{- with include "sightglass.imagePullSecrets" . | trim }}{{ nindent 2 . }}{{ end }}
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  securityContext:
    {{- toYaml .Values.podSecurityContext | nindent 4 }}
  {{- with include "sightglass.scheduling" . | trim }}{{ nindent 2 . }}{{ end }}
  {{- with .Values.extraInitContainers }}
  initContainers:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  containers:
    {{- include "sightglass.container" . | nindent 4 }}
    {{- with .Values.extraContainers }}
    {{- tpl (toYaml .) $ | nindent 4 }}
    {{- end }}
  volumes:
    {{- include "sightglass.volumes" . | nindent 4 }}
{{- end -}}

{{/* Where a pod runs, and with which names and addresses. */}}
{{- define "sightglass.scheduling" -}}
{{- if not (kindIs "invalid" .Values.hostUsers) }}
hostUsers: {{ .Values.hostUsers }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.runtimeClassName }}
runtimeClassName: {{ . }}
{{- end }}
{{- with .Values.schedulerName }}
schedulerName: {{ . }}
{{- end }}
{{- with .Values.dnsPolicy }}
dnsPolicy: {{ . }}
{{- end }}
{{- with .Values.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- tpl (toYaml .) $ | nindent 2 }}
{{- end }}
{{- if include "sightglass.isShared" . }}
topologySpreadConstraints:
  {{- if .Values.topologySpreadConstraints }}
  {{- tpl (toYaml .Values.topologySpreadConstraints) . | nindent 2 }}
  {{- else }}
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "sightglass.selectorLabels" $ | nindent 8 }}
    # each revision is spread by itself, so that a rollout does not leave it lopsided
    matchLabelKeys: [pod-template-hash]
  {{- end }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "sightglass.container" -}}
- name: sightglass
  image: {{ include "sightglass.image" . }}
  imagePullPolicy: {{ .Values.image.pullPolicy }}
  {{- with .Values.command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  args:
    - run
    - --config
    - /etc/sightglass/sightglass.yml
    {{- with .Values.extraArgs }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  env:
    - name: SIGHTGLASS_JAVA_OPTS
      value: {{ printf "-XX:MaxRAMPercentage=%v %s" .Values.jvm.maxRamPercentage .Values.jvm.options | trim | quote }}
    - name: SIGHTGLASS_LOG_LEVEL
      value: {{ .Values.logLevel }}
    - name: SIGHTGLASS_LOG_FORMAT
      value: {{ .Values.logFormat }}
    {{- with .Values.extraEnv }}
    {{- tpl (toYaml .) $ | nindent 4 }}
    {{- end }}
  {{- with .Values.extraEnvFrom }}
  envFrom:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  ports:
    - name: api
      containerPort: 8080
    - name: management
      containerPort: 9090
  securityContext:
    {{- toYaml .Values.containerSecurityContext | nindent 4 }}
  {{- range $probe, $path := dict "startupProbe" "started" "livenessProbe" "live" "readinessProbe" "ready" }}
  {{- with get $.Values $probe }}
  {{ $probe }}:
    {{- if not (or .httpGet .exec .tcpSocket .grpc) }}
    httpGet:
      path: {{ include "sightglass.basePath" $ }}/health/{{ $path }}
      port: management
      scheme: {{ include "sightglass.managementScheme" $ | upper }}
    {{- end }}
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- if .Values.lifecycle }}
  lifecycle:
    {{- tpl (toYaml .Values.lifecycle) . | nindent 4 }}
  {{- else if .Values.preStopSleepSeconds }}
  lifecycle:
    preStop:
      # until the endpoints are gone from every node, callers still come; not the sleep action, which 1.27 does not know
      exec:
        command: [sleep, {{ .Values.preStopSleepSeconds | quote }}]
  {{- end }}
  {{- with .Values.resources }}
  resources:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.resizePolicy }}
  resizePolicy:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  volumeMounts:
    {{- include "sightglass.volumeMounts" . | nindent 4 }}
{{- end -}}

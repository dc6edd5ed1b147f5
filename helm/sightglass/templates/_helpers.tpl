{{/* The chart's name, cut to what a label may hold. */}}
{{- define "sightglass.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* The name of every object. 52 characters leave room for the suffix that a StatefulSet's pods get in a label. */}}
{{- define "sightglass.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "sightglass.name" . -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride -}}
{{- end -}}

{{/* What a selector may hold: it can never change, so nothing else. */}}
{{- define "sightglass.selectorLabels" -}}
app.kubernetes.io/name: {{ include "sightglass.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: service
{{- end -}}

{{/* Labels of every object but the pods' own component. */}}
{{- define "sightglass.commonLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: {{ include "sightglass.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "sightglass.labels" -}}
{{ include "sightglass.selectorLabels" . }}
{{ include "sightglass.commonLabels" . }}
{{- end -}}

{{/* annotations: of the object and common ones; nothing when there are none. Call with (list . objectAnnotations). */}}
{{- define "sightglass.annotations" -}}
{{- $root := index . 0 -}}
{{- with merge (dict) (index . 1 | default dict) $root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "sightglass.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "sightglass.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.image" -}}
{{- $registry := default .Values.image.registry .Values.global.imageRegistry -}}
{{- $name := ternary (printf "%s/%s" $registry .Values.image.repository) .Values.image.repository (ne $registry "") -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $name .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.imagePullSecrets" -}}
{{- with concat (.Values.global.imagePullSecrets | default list) .Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ kindIs "string" . | ternary . (get (kindIs "map" . | ternary . dict) "name") }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* "true" when several replicas may share the queue. */}}
{{- define "sightglass.isShared" -}}
{{- if eq .Values.queue.store "postgresql" }}true{{ end -}}
{{- end -}}

{{/* "true" when something else than this chart decides on the number of replicas. */}}
{{- define "sightglass.isScaled" -}}
{{- if or .Values.autoscaling.enabled .Values.keda.enabled }}true{{ end -}}
{{- end -}}

{{/* Where health and metrics stand: before every path. */}}
{{- define "sightglass.basePath" -}}
{{- with .Values.management.basePath }}/{{ trimAll "/" . }}{{ end -}}
{{- end -}}

{{- define "sightglass.managementScheme" -}}
{{- ternary "https" "http" (ne .Values.management.tls.existingSecret "") -}}
{{- end -}}

{{/* A duration as the service writes it (500ms, 30s, 5m, 1h) in whole seconds, rounded up. */}}
{{- define "sightglass.seconds" -}}
{{- $text := toString . -}}
{{- $number := regexFind "^[0-9]+" $text | int -}}
{{- $unit := regexFind "[a-z]+$" $text -}}
{{- if eq $unit "ms" }}{{ div (add $number 999) 1000 }}
{{- else }}{{ mul $number (get (dict "s" 1 "m" 60 "h" 3600 "d" 86400) $unit) }}{{ end -}}
{{- end -}}

{{/* Secret and key of the WATS token. */}}
{{- define "sightglass.tokenSecret" -}}
{{- default (include "sightglass.fullname" .) .Values.wats.existingSecret.name -}}
{{- end -}}
{{- define "sightglass.tokenKey" -}}
{{- ternary .Values.wats.existingSecret.key "token" (ne .Values.wats.existingSecret.name "") -}}
{{- end -}}

{{/* Secret and key of the database's password. */}}
{{- define "sightglass.passwordSecret" -}}
{{- default (include "sightglass.fullname" .) .Values.queue.postgresql.existingSecret.name -}}
{{- end -}}
{{- define "sightglass.passwordKey" -}}
{{- ternary .Values.queue.postgresql.existingSecret.key "postgresql-password" (ne .Values.queue.postgresql.existingSecret.name "") -}}
{{- end -}}

{{/* Host and port of the WATS server, and port of the database, as their addresses say. */}}
{{- define "sightglass.watsHost" -}}
{{- (urlParse .Values.wats.url).hostname -}}
{{- end -}}
{{- define "sightglass.watsPort" -}}
{{- $url := urlParse .Values.wats.url -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{- default (ternary "443" "80" (eq $url.scheme "https")) $port -}}
{{- end -}}
{{- define "sightglass.postgresqlPort" -}}
{{- $port := regexFind ":[0-9]+/" .Values.queue.postgresql.url | trimPrefix ":" | trimSuffix "/" -}}
{{- default "5432" $port -}}
{{- end -}}

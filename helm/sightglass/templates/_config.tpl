{{/* Where a folder's files are in the container. */}}
{{- define "sightglass.folderPath" -}}
{{- default (printf "/drop/%s" .name) .path -}}
{{- end -}}

{{/* sightglass.yml: what the chart knows, and under it whatever config adds (the schema keeps the two apart). Nothing secret:
     secrets are files. */}}
{{- define "sightglass.config" -}}
{{- $own := dict
  "wats" (dict "url" .Values.wats.url "token-file" "/run/secrets/sightglass/wats/token")
  "station" (dict "name" (default (include "sightglass.fullname" .) .Values.station.name)
    "location" .Values.station.location "purpose" .Values.station.purpose)
  "data-dir" "/data"
  "intake" (dict "stop-timeout" .Values.drain.intake)
  "upload" (dict "drain" .Values.drain.upload)
  "lifecycle" (dict "stop-timeout" .Values.drain.total)
  "api" (dict "port" 8080)
  "metrics" (dict "enabled" .Values.metrics.enabled "port" 9090) -}}
{{- if include "sightglass.isShared" . -}}
{{- $postgresql := dict "url" .Values.queue.postgresql.url "username" .Values.queue.postgresql.username
  "password-file" "/run/secrets/sightglass/postgresql/password" -}}
{{- $_ := set $own "queue" (dict "store" "postgresql" "postgresql" $postgresql) -}}
{{- end -}}
{{- $management := dict -}}
{{- with include "sightglass.basePath" . }}{{ $_ := set $management "base-path" . }}{{ end -}}
{{- if .Values.management.tls.existingSecret -}}
{{- $_ := set $management "tls" (dict "certificate" "/run/secrets/sightglass/tls/tls.crt" "private-key" "/run/secrets/sightglass/tls/tls.key") -}}
{{- end -}}
{{- if .Values.management.auth.existingSecret.name -}}
{{- $_ := set $management "auth" (dict "token-file" "/run/secrets/sightglass/management/token") -}}
{{- end -}}
{{- if $management }}{{ $_ := set $own "management" $management }}{{ end -}}
{{- $folders := list -}}
{{- range .Values.folders -}}
{{- $folders = append $folders (merge (dict "path" (include "sightglass.folderPath" .)) (omit . "volume" "subPath")) -}}
{{- end -}}
{{- if $folders }}{{ $_ := set $own "folders" $folders }}{{ end -}}
{{- toYaml (dict "sightglass" (merge $own (deepCopy .Values.config))) -}}
{{- end -}}

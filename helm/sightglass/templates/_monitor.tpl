{{/* The part of a monitor's spec that ServiceMonitor and PodMonitor share. Call with the values of the one or the other. */}}
{{- define "sightglass.monitorSpec" -}}
{{- range $key := list "jobLabel" "podTargetLabels" "scrapeClass" "sampleLimit" "targetLimit" "labelLimit" "labelNameLengthLimit" "labelValueLengthLimit" "bodySizeLimit" "keepDroppedTargets" "attachMetadata" "scrapeProtocols" "fallbackScrapeProtocol" "scrapeNativeHistograms" "scrapeClassicHistograms" "nativeHistogramBucketLimit" "nativeHistogramMinBucketFactor" "convertClassicHistogramsToNHCB" -}}
{{- $value := get $ $key -}}
{{- if not (or (kindIs "invalid" $value) (and (kindIs "string" $value) (eq $value "")) (and (kindIs "slice" $value) (not $value)) (and (kindIs "map" $value) (not $value))) }}
{{ $key }}: {{ toJson $value }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The one endpoint of a monitor. Call with (list . values). */}}
{{- define "sightglass.monitorEndpoint" -}}
{{- $root := index . 0 -}}
{{- $monitor := index . 1 -}}
- port: management
  path: {{ include "sightglass.basePath" $root }}/metrics
  scheme: {{ include "sightglass.managementScheme" $root }}
  {{- range $key := list "interval" "scrapeTimeout" "honorLabels" "params" "proxyUrl" "basicAuth" "oauth2" "relabelings" "metricRelabelings" }}
  {{- with get $monitor $key }}
  {{ $key }}: {{ toJson . }}
  {{- end }}
  {{- end }}
  {{- if $monitor.tlsConfig }}
  tlsConfig:
    {{- tpl (toYaml $monitor.tlsConfig) $root | nindent 4 }}
  {{- else if $root.Values.management.tls.existingSecret }}
  tlsConfig:
    serverName: {{ include "sightglass.fullname" $root }}.{{ include "sightglass.namespace" $root }}.svc
    {{- with $root.Values.management.tls.caKey }}
    ca:
      secret:
        name: {{ $root.Values.management.tls.existingSecret }}
        key: {{ . }}
    {{- end }}
  {{- end }}
  {{- if $monitor.authorization }}
  authorization:
    {{- toYaml $monitor.authorization | nindent 4 }}
  {{- else if $root.Values.management.auth.existingSecret.name }}
  authorization:
    type: Bearer
    credentials:
      name: {{ $root.Values.management.auth.existingSecret.name }}
      key: {{ $root.Values.management.auth.existingSecret.key }}
  {{- end }}
{{- end -}}

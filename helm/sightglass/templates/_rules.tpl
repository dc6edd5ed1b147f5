{{/* Matchers that tell this release's series from others: what the monitors make of it. */}}
{{- define "sightglass.ruleSelector" -}}
{{- default (printf "namespace=\"%s\",job=\"%s\"" (include "sightglass.namespace" .) (include "sightglass.name" .)) .Values.prometheusRule.selector -}}
{{- end -}}

{{/* A number as PromQL and people write it: Helm would print 2000000000 as 2e+09. */}}
{{- define "sightglass.number" -}}
{{- if eq (float64 .) (floor .) }}{{ printf "%.0f" (float64 .) }}{{ else }}{{ . }}{{ end -}}
{{- end -}}

{{/* A text of files/rules.yaml with its words filled in. Call with (list text words). */}}
{{- define "sightglass.fill" -}}
{{- $text := index . 0 -}}
{{- range $word, $value := index . 1 -}}
{{- $text = replace (printf "${%s}" $word) (toString $value) $text -}}
{{- end -}}
{{- $text -}}
{{- end -}}

{{/* What the words stand for, but threshold. */}}
{{- define "sightglass.ruleWords" -}}
{{- $set := .Values.prometheusRule -}}
selector: {{ include "sightglass.ruleSelector" . | quote }}
by: {{ $set.by | quote }}
runbooks: {{ $set.runbooks | trimSuffix "/" | quote }}
smooth: {{ $set.smooth | quote }}
sloTarget: {{ include "sightglass.number" $set.sloTarget | quote }}
sloSeconds: {{ include "sightglass.number" $set.sloSeconds | quote }}
sloMinimum: {{ include "sightglass.number" $set.sloMinimum | quote }}
sampleLimit: {{ include "sightglass.number" (coalesce .Values.serviceMonitor.sampleLimit .Values.podMonitor.sampleLimit $set.sampleLimit) | quote }}
{{- end -}}

{{/* One alert. Call with (list root words alert). */}}
{{- define "sightglass.alert" -}}
{{- $root := index . 0 -}}
{{- $alert := index . 2 -}}
{{- $set := index $root.Values.prometheusRule.alerts $alert.key -}}
{{- $words := merge (dict "threshold" (include "sightglass.number" $set.threshold)) (index . 1) -}}
- alert: {{ $alert.alert }}
  expr: |-
    {{- include "sightglass.fill" (list $alert.expr $words) | nindent 4 }}
  for: {{ $set.for }}
  {{- with $set.keepFiringFor }}
  keep_firing_for: {{ . }}
  {{- end }}
  labels:
    {{- merge (dict "severity" $set.severity) $set.labels $root.Values.prometheusRule.extraRuleLabels (default dict $alert.labels) | toYaml | nindent 4 }}
  annotations:
    summary: {{ $alert.summary | quote }}
    description: {{ include "sightglass.fill" (list $alert.description $words) | quote }}
    runbook_url: {{ printf "%s/%s.md" (get $words "runbooks") $alert.alert | quote }}
    {{- with $root.Values.prometheusRule.extraRuleAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end -}}

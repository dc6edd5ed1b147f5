{{/* A dashboard with the thresholds of this release's alerts. Call with (list root path). Never through tpl: {{instance}} is Grafana's. */}}
{{- define "sightglass.dashboard" -}}
{{- $root := index . 0 -}}
{{- $json := $root.Files.Get (index . 1) | trim -}}
{{- range $key, $set := $root.Values.prometheusRule.alerts -}}
{{- $json = replace (printf "\"${threshold.%s}\"" $key) (include "sightglass.number" $set.threshold) $json -}}
{{- end -}}
{{- $json = include "sightglass.fill" (list $json (include "sightglass.ruleWords" $root | fromYaml)) -}}
{{- with $root.Values.dashboards.suffix -}}
{{- $json = regexReplaceAll "\"uid\":\"(sightglass-[a-z-]+)\",\"title\":\"([^\"]*)\"" $json (printf "\"uid\":\"${1}%s\",\"title\":\"${2}%s\"" . .) -}}
{{- end -}}
{{- $json -}}
{{- end -}}

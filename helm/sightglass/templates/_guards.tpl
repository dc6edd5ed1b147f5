{{/* What a schema cannot say. Each message names the key, what is wrong and what to do. */}}
{{- define "sightglass.guards" -}}
{{- include "sightglass.guardServer" . -}}
{{- include "sightglass.guardQueue" . -}}
{{- include "sightglass.guardScaling" . -}}
{{- include "sightglass.guardFolders" . -}}
{{- include "sightglass.guardMonitoring" . -}}
{{- include "sightglass.guardStop" . -}}
{{- end -}}

{{- define "sightglass.guardServer" -}}
{{- if not .Values.wats.url -}}
{{- fail "wats.url: must be the address of the WATS server. Found: nothing; add --set wats.url=https://company.wats.com" -}}
{{- end -}}
{{- if and (not .Values.wats.token) (not .Values.wats.existingSecret.name) -}}
{{- fail "wats.existingSecret.name: must name a Secret that holds the token, or wats.token must be set. Found: neither" -}}
{{- end -}}
{{- if and .Values.wats.token .Values.wats.existingSecret.name -}}
{{- fail "wats.token: must not stand beside wats.existingSecret.name. Found: both; take one away" -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.guardQueue" -}}
{{- $postgresql := .Values.queue.postgresql -}}
{{- if include "sightglass.isShared" . -}}
{{- if not $postgresql.url -}}
{{- fail "queue.postgresql.url: must be set with queue.store=postgresql. Found: nothing; give jdbc:postgresql://HOST:5432/DATABASE" -}}
{{- end -}}
{{- if and (not $postgresql.password) (not $postgresql.existingSecret.name) -}}
{{- fail "queue.postgresql.existingSecret.name: must name a Secret that holds the password, or queue.postgresql.password must be set. Found: neither" -}}
{{- end -}}
{{- if and $postgresql.password $postgresql.existingSecret.name -}}
{{- fail "queue.postgresql.password: must not stand beside queue.postgresql.existingSecret.name. Found: both; take one away" -}}
{{- end -}}
{{- else -}}
{{- if gt (int .Values.replicas) 1 -}}
{{- fail (printf "replicas: must be 1 with queue.store=sqlite, because one process owns its queue. Found: %d; several replicas need queue.store=postgresql" (int .Values.replicas)) -}}
{{- end -}}
{{- if include "sightglass.isScaled" . -}}
{{- fail "autoscaling.enabled, keda.enabled: must be false with queue.store=sqlite, because one process owns its queue. Scaling needs queue.store=postgresql" -}}
{{- end -}}
{{- if or $postgresql.url $postgresql.password $postgresql.existingSecret.name -}}
{{- fail "queue.postgresql: is read only with queue.store=postgresql. Found: queue.store=sqlite; set the one or take away the other" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.guardScaling" -}}
{{- if and .Values.autoscaling.enabled .Values.keda.enabled -}}
{{- fail "autoscaling.enabled, keda.enabled: only one may decide on the replicas. Found: both true" -}}
{{- end -}}
{{- range $name, $scaler := dict "autoscaling" .Values.autoscaling "keda" .Values.keda -}}
{{- if and $scaler.enabled (gt (int $scaler.minReplicas) (int $scaler.maxReplicas)) -}}
{{- fail (printf "%s.minReplicas: must not be above maxReplicas (%d). Found: %d" $name (int $scaler.maxReplicas) (int $scaler.minReplicas)) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (not .Values.autoscaling.targetCPUUtilizationPercentage) (not .Values.autoscaling.targetMemoryUtilizationPercentage) (not .Values.autoscaling.queueAge.enabled) (not .Values.autoscaling.additionalMetrics) -}}
{{- fail "autoscaling: must have something to scale on. Found: nothing; set queueAge.enabled, a utilization or additionalMetrics" -}}
{{- end -}}
{{- if and .Values.keda.enabled (not .Values.keda.prometheus.serverAddress) (not .Values.keda.additionalTriggers) -}}
{{- fail "keda.prometheus.serverAddress: must be the address of Prometheus. Found: nothing; add --set keda.prometheus.serverAddress=http://prometheus.monitoring:9090" -}}
{{- end -}}
{{- $budget := .Values.podDisruptionBudget -}}
{{- if and $budget.enabled (not (kindIs "invalid" $budget.minAvailable)) (not (kindIs "invalid" $budget.maxUnavailable)) -}}
{{- fail "podDisruptionBudget: must have minAvailable or maxUnavailable. Found: both; set the other to null" -}}
{{- end -}}
{{- if and $budget.enabled (kindIs "invalid" $budget.minAvailable) (kindIs "invalid" $budget.maxUnavailable) -}}
{{- fail "podDisruptionBudget: must have minAvailable or maxUnavailable. Found: neither" -}}
{{- end -}}
{{- if and $budget.enabled (eq (toString $budget.maxUnavailable) "0") -}}
{{- fail "podDisruptionBudget.maxUnavailable: must be above 0. Found: 0; nodes could never be drained" -}}
{{- end -}}
{{- $replicas := int .Values.replicas -}}
{{- if .Values.autoscaling.enabled }}{{ $replicas = int .Values.autoscaling.minReplicas }}{{ end -}}
{{- if .Values.keda.enabled }}{{ $replicas = int .Values.keda.minReplicas }}{{ end -}}
{{- if and $budget.enabled (not (kindIs "invalid" $budget.minAvailable)) (not (hasSuffix "%" (toString $budget.minAvailable))) -}}
{{- if ge (int $budget.minAvailable) $replicas -}}
{{- fail (printf "podDisruptionBudget.minAvailable: must be below the replicas (%d). Found: %d; nodes could never be drained" $replicas (int $budget.minAvailable)) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.guardFolders" -}}
{{- $names := list -}}
{{- range $place, $folder := .Values.folders -}}
{{- if has $folder.name $names -}}
{{- fail (printf "folders[%d].name: must be unique. Found: %s, which another folder has" $place $folder.name) -}}
{{- end -}}
{{- $names = append $names $folder.name -}}
{{- if and (not $folder.volume) (not $folder.path) -}}
{{- fail (printf "folders[%d].volume: must say where the files of %s come from. Found: nothing; give a volume source such as persistentVolumeClaim, or a path below one of extraVolumeMounts" $place $folder.name) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.guardMonitoring" -}}
{{- if and .Values.serviceMonitor.enabled .Values.podMonitor.enabled -}}
{{- fail "serviceMonitor.enabled, podMonitor.enabled: only one may be true, or every sample arrives twice. Found: both" -}}
{{- end -}}
{{- if and (or .Values.serviceMonitor.enabled .Values.podMonitor.enabled) (not .Values.metrics.enabled) -}}
{{- fail "metrics.enabled: must be true for a monitor. Found: false; take away serviceMonitor.enabled or podMonitor.enabled" -}}
{{- end -}}
{{- end -}}

{{- define "sightglass.guardStop" -}}
{{- $drain := add (include "sightglass.seconds" .Values.drain.total | int) (int .Values.preStopSleepSeconds) -}}
{{- if le (int .Values.terminationGracePeriodSeconds) (int $drain) -}}
{{- fail (printf "terminationGracePeriodSeconds: must be above preStopSleepSeconds + drain.total (%d s), or the kill comes before the drain ends. Found: %d" (int $drain) (int .Values.terminationGracePeriodSeconds)) -}}
{{- end -}}
{{- end -}}

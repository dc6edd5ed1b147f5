{{/* The pod's volumes; the data of the SQLite shape comes from the StatefulSet's claim. */}}
{{- define "sightglass.volumes" -}}
- name: config
  configMap:
    name: {{ include "sightglass.fullname" . }}
- name: tmp
  emptyDir:
    {{- toYaml .Values.tmp | nindent 4 }}
- name: wats-token
  secret:
    secretName: {{ include "sightglass.tokenSecret" . }}
    items:
      - key: {{ include "sightglass.tokenKey" . }}
        path: token
{{- if include "sightglass.isShared" . }}
- name: data
  emptyDir: {}
- name: postgresql-password
  secret:
    secretName: {{ include "sightglass.passwordSecret" . }}
    items:
      - key: {{ include "sightglass.passwordKey" . }}
        path: password
{{- else if not .Values.persistence.enabled }}
- name: data
  emptyDir: {}
{{- else if .Values.persistence.existingClaim }}
- name: data
  persistentVolumeClaim:
    claimName: {{ .Values.persistence.existingClaim }}
{{- end }}
{{- with .Values.management.tls.existingSecret }}
- name: management-tls
  secret:
    secretName: {{ . }}
{{- end }}
{{- with .Values.management.auth.existingSecret }}
{{- if .name }}
- name: management-token
  secret:
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: token
{{- end }}
{{- end }}
{{- range .Values.folders }}
{{- if .volume }}
- name: drop-{{ .name }}
  {{- toYaml .volume | nindent 2 }}
{{- end }}
{{- end }}
{{- with .Values.extraVolumes }}
{{ tpl (toYaml .) $ }}
{{- end }}
{{- end -}}

{{- define "sightglass.volumeMounts" -}}
- name: config
  mountPath: /etc/sightglass
  readOnly: true
- name: data
  mountPath: /data
- name: tmp
  mountPath: /tmp
- name: wats-token
  mountPath: /run/secrets/sightglass/wats
  readOnly: true
{{- if include "sightglass.isShared" . }}
- name: postgresql-password
  mountPath: /run/secrets/sightglass/postgresql
  readOnly: true
{{- end }}
{{- if .Values.management.tls.existingSecret }}
- name: management-tls
  mountPath: /run/secrets/sightglass/tls
  readOnly: true
{{- end }}
{{- if .Values.management.auth.existingSecret.name }}
- name: management-token
  mountPath: /run/secrets/sightglass/management
  readOnly: true
{{- end }}
{{- range .Values.folders }}
{{- if .volume }}
- name: drop-{{ .name }}
  mountPath: {{ include "sightglass.folderPath" . }}
  {{- with .subPath }}
  subPath: {{ . }}
  {{- end }}
{{- end }}
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ tpl (toYaml .) $ }}
{{- end }}
{{- end -}}

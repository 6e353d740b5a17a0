{{- define "name" }}x{{ end }}

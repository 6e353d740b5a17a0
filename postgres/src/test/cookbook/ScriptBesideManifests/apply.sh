#!/usr/bin/env bash
# Rendered by Berth from com.example.cookbook.ScriptBesideManifests: apply.sh
# Do not edit: change the declaration, then run 'mvn generate-manifests'.
set -euo pipefail
kubectl apply --server-side -f manifests

#!/usr/bin/env bash
# Rendered by Berth from com.example.cookbook.CookbookTest: apply.sh
# Do not edit: change the declaration, then run 'mvn test -Dberth.golden=update'.
set -euo pipefail
kubectl apply --server-side -f manifests

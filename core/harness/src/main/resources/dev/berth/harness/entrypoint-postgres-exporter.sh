#!/bin/bash
# Stands in for the entry point of the image of the exporter, which is the program itself.
exec prometheus-postgres-exporter "$@"

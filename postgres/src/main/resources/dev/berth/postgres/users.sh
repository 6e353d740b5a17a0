#!/bin/bash
# Creates users with their passwords and databases with their owners. The entry point of the image sources this file.

# create_user NAME OPTION VARIABLE: the password is in the variable, or in the file that VARIABLE_FILE names.
create_user() {
  local password=${!3:-} file=${3}_FILE
  if [[ -n "${!file:-}" ]]; then
    password=$(<"${!file}")
  fi
  psql --username="$POSTGRES_USER" --dbname=postgres --quiet --set=ON_ERROR_STOP=1 --set=name="$1" \
    --set=password="$password" <<SQL
SET log_statement = 'none';
CREATE ROLE :"name" LOGIN $2 PASSWORD :'password';
SQL
}

# create_database NAME OWNER
create_database() {
  psql --username="$POSTGRES_USER" --dbname=postgres --quiet --set=ON_ERROR_STOP=1 --set=name="$1" --set=owner="$2" <<'SQL'
CREATE DATABASE :"name" OWNER :"owner";
SQL
}


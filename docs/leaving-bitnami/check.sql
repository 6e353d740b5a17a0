-- Prints what the chart has and the new server would not have, one line each. Run it in each database, as "postgres",
-- with psql -XAt. It changes nothing.
SELECT 'setting: ' || name || ' = ' || current_setting(name)
  FROM pg_settings
  WHERE source IN ('configuration file', 'command line', 'environment variable')
    AND setting IS DISTINCT FROM boot_val
    AND coalesce(sourcefile, '') NOT LIKE '%/postgresql.auto.conf'
    AND name NOT IN ('config_file', 'hba_file', 'ident_file', 'data_directory', 'external_pid_file', 'listen_addresses',
      'unix_socket_directories')
  ORDER BY name;
SELECT 'setting in postgresql.auto.conf, which stays: ' || name || ' = ' || coalesce(setting, '')
  FROM pg_file_settings
  WHERE sourcefile LIKE '%/postgresql.auto.conf'
  ORDER BY name;
SELECT 'extension: ' || extname
  FROM pg_extension
  WHERE extname <> 'plpgsql'
  ORDER BY extname;
SELECT 'locale: ' || datname || ' has ' || datcollate
  FROM pg_database
  WHERE datcollate NOT IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8')
  ORDER BY datname;
SELECT 'password stored as MD5: ' || rolname
  FROM pg_authid
  WHERE rolpassword LIKE 'md5%'
  ORDER BY rolname;
SELECT 'login rule: ' || array_to_string(user_name, ',') || ' with ' || auth_method
  FROM pg_hba_file_rules
  WHERE auth_method NOT IN ('md5', 'scram-sha-256')
  ORDER BY line_number;
SELECT 'directory outside the volume: ' || pg_tablespace_location(oid)
  FROM pg_tablespace
  WHERE pg_tablespace_location(oid) <> '' AND pg_tablespace_location(oid) NOT LIKE '/bitnami/postgresql/%'
  ORDER BY 1;

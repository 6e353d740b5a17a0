-- Prints the content of a server, so that two servers with the same content print the same.
SELECT rolname, rolsuper, rolcreatedb, rolcanlogin, rolreplication, rolconnlimit, rolpassword FROM pg_authid
  WHERE rolname !~ '^pg_' ORDER BY 1;
SELECT roleid::regrole, member::regrole, admin_option FROM pg_auth_members WHERE member > 16383 ORDER BY 1, 2;
SELECT datname, setrole::regrole, setconfig FROM pg_db_role_setting LEFT JOIN pg_database d ON d.oid = setdatabase
  ORDER BY 1, 2;
SELECT datname, datdba::regrole, pg_encoding_to_char(encoding), datcollate, datctype, datacl FROM pg_database
  WHERE datname !~ '^template' ORDER BY 1;
SELECT extname FROM pg_extension ORDER BY 1;
SELECT count(*), md5(string_agg(o::text, ',' ORDER BY id)) FROM orders AS o;
SELECT count(*), md5(string_agg(i::text, ',' ORDER BY id)) FROM shop.items AS i;
SELECT md5(string_agg(t::text, ',' ORDER BY order_id)) FROM shop.totals AS t;
SELECT id, shop.twice(id) FROM shop.first;
SELECT oid, lomowner::regrole, lomacl, md5(lo_get(oid)) FROM pg_largeobject_metadata ORDER BY 1;
SELECT sequenceowner, sequencename, increment_by, last_value FROM pg_sequences ORDER BY 2;
SELECT oid::regclass, relkind, relowner::regrole, relacl, obj_description(oid) FROM pg_class
  WHERE relnamespace IN ('public'::regnamespace, 'shop'::regnamespace) ORDER BY oid::regclass::text;
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'shop'::regnamespace ORDER BY 1;
\connect reports
SELECT count(*), md5(string_agg(r::text, ',' ORDER BY day)) FROM reports AS r;
SELECT oid::regclass, relowner::regrole FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY oid::regclass::text;

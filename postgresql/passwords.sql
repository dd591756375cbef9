-- The passwords of the two roles, from LEDGER_OWNER_PASSWORD and LEDGER_APP_PASSWORD in the environment of psql, so that they stand
-- on no command line. A superuser runs it, after roles.sql:  psql --dbname=ledger --file=postgresql/passwords.sql
\set ON_ERROR_STOP on
\set QUIET on
\getenv owner_password LEDGER_OWNER_PASSWORD
\getenv app_password LEDGER_APP_PASSWORD
-- Nor in the server's log.
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
SET password_encryption = 'scram-sha-256';
ALTER ROLE ledger_owner PASSWORD :'owner_password';
ALTER ROLE ledger_app PASSWORD :'app_password';

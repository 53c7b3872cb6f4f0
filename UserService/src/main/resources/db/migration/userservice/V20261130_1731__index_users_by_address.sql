CREATE INDEX CONCURRENTLY users_email ON users (email) WHERE email IS NOT NULL;

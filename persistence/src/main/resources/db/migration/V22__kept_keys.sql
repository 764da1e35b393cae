-- A key whose request may have been charged, nobody knows, outlives the others.
alter table idempotency_key add column kept boolean not null default false;

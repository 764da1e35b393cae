-- Who was unlinked stays known, so that they do not come in again as somebody else.
alter table person_identity add column unlinked_at timestamptz;
-- whether somebody has come in by it since it became the person's; of those before, nobody knows
alter table person_identity add column used boolean not null default true;

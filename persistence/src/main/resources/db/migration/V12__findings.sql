-- one row for each matter: what was settled and is seen again is the same matter, open again
create table finding (
  id            uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  kind          text not null,
  brand_id      uuid references brand,
  subject_id    uuid not null,
  facts         text not null,
  state         text not null,
  last_seen_at  timestamptz not null,
  remedy        text,
  reason        text,
  decided_at    timestamptz,
  decider_kind  text,
  decider_id    uuid,
  unique (kind, subject_id)
);
create index finding_brand on finding (brand_id, id);
create index finding_open on finding (id) where state = 'OPEN';
create index finding_subject on finding (subject_id);

-- how often the voices of a brand are checked that have no plan of their own
create table drift_policy (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  brand_id   uuid not null unique references brand,
  every_days integer not null check (every_days between 1 and 365),
  active     boolean not null
);

-- whether somebody planned for this voice; else it follows its brand's policy
alter table drift_watch add column own boolean not null default true;
alter table drift_watch alter column own drop default;
create index drift_watch_brand on drift_watch (brand_id) where not own;

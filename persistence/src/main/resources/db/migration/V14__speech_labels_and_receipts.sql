-- how a speech is labelled, and why its audio is not handed out, if it is not
alter table speech
  add column streamed        boolean not null default false,
  add column withheld        text,
  add column label_audible   boolean not null default false,
  add column label_metadata  text not null default 'NONE',
  add column label_strict    boolean not null default false,
  add column label_policies  uuid[] not null default '{}';
create index speech_audio on speech (audio) where audio is not null;

-- the signed record of a speech: exactly the bytes that were signed, as text
create table receipt (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  speech_id  uuid not null unique references speech,
  payload    text not null,
  key_name   text not null,
  key_id     text not null,
  signature  bytea not null
);

-- what must be said about synthetic speech, where and since when; only ever added to
create table labelling_policy (
  id              uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  brand_id        uuid references brand,
  territory       text not null,
  audible         boolean not null,
  metadata        boolean not null,
  unlabelled      text not null,
  valid_from      timestamptz not null,
  valid_until     timestamptz,
  note            text,
  decided_by_kind text not null,
  decided_by_id   uuid
);
create index labelling_policy_territory on labelling_policy (territory, id);

-- China: Measures for Labelling AI-generated Synthetic Content and GB 45438-2025, in force since 1 September 2025
insert into labelling_policy (id, version, created_at, territory, audible, metadata, unlabelled, valid_from, note, decided_by_kind)
values ('00000000-0000-7000-8000-000000000100', 0, now(), 'CN', true, true, 'REFUSE', '2025-08-31T16:00:00Z',
        'Measures for Labelling AI-Generated Synthetic Content; GB 45438-2025', 'SYSTEM');

-- European Union: Regulation (EU) 2024/1689, article 50, applies since 2 August 2026
insert into labelling_policy (id, version, created_at, territory, audible, metadata, unlabelled, valid_from, note, decided_by_kind)
select ('00000000-0000-7000-8000-000000000' || (200 + row_number() over (order by country)))::uuid, 0, now(), country,
       false, true, 'REPORT', '2026-08-01T22:00:00Z', 'Regulation (EU) 2024/1689 (AI Act), article 50', 'SYSTEM'
from unnest(array['AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','IT','LT','LU','LV','MT',
                  'NL','PL','PT','RO','SE','SI','SK']) as country;

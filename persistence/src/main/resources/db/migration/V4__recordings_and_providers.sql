create table blob (
  sha256     text primary key,
  size       bigint not null,
  media_type text not null,
  created_at timestamptz not null
);

create table recording (
  id            uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  purpose       text not null,
  brand_id      uuid references brand,
  talent_id     uuid,
  filename      text not null,
  transcript    text,
  original      text not null references blob,
  normalised    text not null references blob,
  waveform      text not null references blob,
  report        text not null,
  uploader_kind text not null,
  uploader_id   uuid
);
create index recording_brand on recording (brand_id, id);

create table provider_account (
  id              uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  name            text not null unique,
  dialect         text not null,
  base_url        text not null,
  key_reference   text not null,
  group_id        text,
  download_hosts  text[] not null,
  is_default      boolean not null,
  price_version   integer not null,
  price_currency  text not null,
  price_hd        numeric(19, 6) not null,
  price_turbo     numeric(19, 6) not null,
  price_voice_fee numeric(19, 6) not null,
  checked_at      timestamptz,
  check_result    text
);
create unique index provider_account_one_default on provider_account (is_default) where is_default;

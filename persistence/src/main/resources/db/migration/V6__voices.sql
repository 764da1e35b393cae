create table voice (
  id                uuid primary key,
  version           bigint not null,
  created_at        timestamptz not null,
  alias             text not null unique,
  brand_id          uuid not null references brand,
  talent_id         uuid not null references talent,
  name              text not null,
  description       text,
  language          text not null,
  origin            text not null,
  state             text not null,
  revision_id       uuid not null,
  primary_clone_id  uuid,
  suspension_reason text
);
create index voice_brand on voice (brand_id, id);
create index voice_state on voice (state, id);

create table revision (
  id                   uuid primary key,
  version              bigint not null,
  created_at           timestamptz not null,
  voice_id             uuid not null references voice deferrable initially deferred,
  number               integer not null,
  recording_id         uuid not null references recording,
  prompt_recording_id  uuid references recording,
  consent_id           uuid not null references consent,
  consent_version_id   uuid references consent_version,
  noise_reduction      boolean not null,
  volume_normalisation boolean not null,
  watermark            boolean not null,
  language_boost       text,
  preview_text         text not null,
  model                text not null,
  submitted_at         timestamptz,
  submitter_kind       text,
  submitter_id         uuid,
  decided_at           timestamptz,
  decider_kind         text,
  decider_id           uuid,
  reason               text,
  unique (voice_id, number)
);
create index revision_consent on revision (consent_id);
alter table voice add foreign key (revision_id) references revision deferrable initially deferred;

create table clone (
  id                  uuid primary key,
  version             bigint not null,
  created_at          timestamptz not null,
  revision_id         uuid not null references revision,
  account_id          uuid not null references provider_account,
  provider_voice_id   text not null unique,
  state               text not null,
  source_file_id      text,
  prompt_file_id      text,
  first_sent_at       timestamptz,
  last_sent_at        timestamptz,
  open_sends          integer not null,
  deadline            timestamptz,
  adopted             boolean not null,
  use_unknown         boolean not null,
  risk_type           integer,
  preview_state       text not null,
  preview_url         text,
  preview_url_dies_at timestamptz,
  preview_audio       text references blob,
  preview_note        text,
  fault_code          text,
  fault_message       text,
  fault_trace_id      text,
  fault_remedy        text,
  permanent_at        timestamptz,
  ended_at            timestamptz
);
create index clone_revision on clone (revision_id, id);
create index clone_deadline on clone (deadline) where state = 'PROVISIONAL';
alter table voice add foreign key (primary_clone_id) references clone;

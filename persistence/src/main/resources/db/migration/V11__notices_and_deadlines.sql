-- where a person may be written to; personal, so it is in no log and can be taken out again
alter table person add column email text;

create table notice (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  -- one occasion, one notice, whichever node or restart announces it again
  key        text not null unique,
  kind       text not null,
  brand_id   uuid references brand,
  subject_id uuid,
  content    text not null
);
create index notice_subject on notice (subject_id, id);

create table notice_addressee (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  notice_id  uuid not null references notice,
  person_id  uuid not null references person,
  read_at    timestamptz,
  unique (notice_id, person_id)
);
create index notice_addressee_person on notice_addressee (person_id, id);
create index notice_addressee_unread on notice_addressee (person_id) where read_at is null;

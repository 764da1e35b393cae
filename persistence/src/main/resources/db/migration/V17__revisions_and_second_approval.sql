-- how many different approvers a brand asks for before a revision is cloned
alter table brand add column approvals_required integer not null default 1 check (approvals_required in (1, 2));

-- a revision has a life of its own: one may be prepared beside the one that a voice speaks with
alter table revision
  add column state               text not null default 'DRAFT',
  add column basis_id            uuid references revision,
  add column first_approved_at   timestamptz,
  add column first_approver_kind text,
  add column first_approver_id   uuid;
update revision r
set state = case
    when r.submitted_at is null then 'DRAFT'
    when r.decided_at is null then 'SUBMITTED'
    when r.reason is not null then 'REJECTED'
    when exists (select from voice v where v.revision_id = r.id and v.primary_clone_id is not null) then 'ACCEPTED'
    else 'APPROVED'
  end,
  basis_id = (select b.id from revision b where b.voice_id = r.voice_id and b.number = r.number - 1);
alter table revision alter column state drop default;

alter table voice
  add column proposal_id   uuid references revision deferrable initially deferred,
  add column last_revision integer not null default 1;
update voice v set last_revision = (select max(r.number) from revision r where r.voice_id = v.id);
alter table voice alter column last_revision drop default;
create index voice_proposal on voice (proposal_id) where proposal_id is not null;
